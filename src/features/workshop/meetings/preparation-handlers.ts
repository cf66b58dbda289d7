import type { RequestHandler } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import { TEXT_LIMITS } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { membersNamed } from './form-handlers';
import { cancelForm, preparationQuery } from './inputs';
import { presentPreparation } from './present-preparation';

type Handler = RequestHandler<{ id: string; nr: string }>;

/** What a meeting needs before it begins, and what became of what was agreed before. */
export const showPreparation =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { zapisano } = parseInput(preparationQuery, req.query);
    const translator = translatorOf(req);
    const { meeting } = await workshop.readMeeting(req.params.id as EvaluationId, Number(req.params.nr));
    const evaluation = await workshop.readEvaluation(meeting.evaluationId);
    const conclusions = await workshop.listConclusions(meeting.evaluationId);
    const carried = await workshop.readCarriedTo(meeting);
    const mayWrite = actorOf(res).role !== 'director';
    const group = await membersNamed(workshop, evaluation);
    const page = presentPreparation({ meeting, conclusions, carried, group, mayWrite }, translator);
    sendStaffPage(req, res, evaluation, {
      view: 'workshop/preparation',
      sheets: ['/css/group.css'],
      title: page.title,
      model: { page, isSaved: zapisano !== undefined },
    });
  };

export const cancelMeeting =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { powod } = parseInput(cancelForm, req.body);
    const { meeting } = await workshop.readMeeting(req.params.id as EvaluationId, Number(req.params.nr));
    await workshop.cancelMeeting(meeting.id, powod.slice(0, TEXT_LIMITS.comment), actorOf(res));
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/przygotowanie`);
  };

export const restoreMeeting =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting } = await workshop.readMeeting(req.params.id as EvaluationId, Number(req.params.nr));
    await workshop.restoreMeeting(meeting.id);
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/przygotowanie`);
  };
