import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { groupOf } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { meetingForm } from './inputs';
import { presentMeetingForm, presentMeetings, type FormState } from './present-meetings';
import { readForm } from './read-form';

/** Meetings of the thematic group. */
export const meetingsRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat';
  router.get(home, viewers, showMeetings(needs));
  router.get(`${home}/nowe`, leaders, showForm(needs));
  router.post(`${home}/nowe`, leaders, create(needs));
  return router;
};

const pageOf = ({ id, shortTitle, demonstration }: Evaluation) => ({
  layout: 'staff' as const,
  current: 'workshop',
  study: { id, title: shortTitle },
  demonstration,
});

const showMeetings =
  ({ workshop }: WorkshopRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
    const { role } = actorOf(res);
    sendPage(req, res, {
      ...pageOf(evaluation),
      layout: role === 'director' ? 'top-bar' : 'staff',
      view: 'workshop/meetings',
      title: translator.t('workshop:meetings.title'),
      model: {
        meetings: presentMeetings(await workshop.listMeetings(evaluation.id), translator),
        make: role === 'director' ? null : `/badania/${evaluation.id}/warsztat/nowe`,
      },
    });
  };

const showForm =
  (needs: WorkshopRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const evaluation = await needs.workshop.readEvaluation(req.params.id as EvaluationId);
    const form = { ...parseInput(meetingForm, {}), glosy: '3', sfery: '3', goscie: '1' as const };
    await sendForm(needs, req, res, { evaluation, state: { evaluationId: evaluation.id, form, faults: [] } });
  };

const sendForm = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  { evaluation, state }: { readonly evaluation: Evaluation; readonly state: FormState },
): Promise<void> => {
  const translator = translatorOf(req);
  const conclusions = (await workshop.listConclusions(evaluation.id)).filter((one) => one.state === 'ready');
  const isFaulty = state.faults.length > 0;
  const title = translator.t('workshop:form.title');
  sendPage(req, res, {
    ...pageOf(evaluation),
    view: 'workshop/meeting-form',
    title: isFaulty ? translator.t('layout:errorTitle', { title }) : title,
    status: isFaulty ? 400 : 200,
    model: { page: presentMeetingForm(state, conclusions, translator) },
  });
};

const create =
  (needs: WorkshopRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const evaluation = await needs.workshop.readEvaluation(req.params.id as EvaluationId);
    const form = parseInput(meetingForm, req.body);
    const { faults, wanted } = readForm(form);
    if (faults.length > 0) {
      await sendForm(needs, req, res, { evaluation, state: { evaluationId: evaluation.id, form, faults } });
      return;
    }
    const meeting = await needs.workshop.createMeeting(
      { ...wanted, evaluationId: evaluation.id, groupId: groupOf(evaluation) },
      actorOf(res),
    );
    res.redirect(303, `/badania/${evaluation.id}/warsztat/${meeting.number}`);
  };
