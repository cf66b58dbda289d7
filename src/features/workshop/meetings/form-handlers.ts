import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { groupOf, mayChange, type GroupMember, type Meeting, type MeetingId } from '../domain';
import { institutionName } from '../group/present-group';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { meetingForm } from './inputs';
import { presentMeetingForm, type FormState } from './present-form';
import { formOfMeeting, formOfOpen, proposeForm } from './propose-form';
import { readForm } from './read-form';

type Handler = RequestHandler<{ id: string }>;
type MeetingHandler = RequestHandler<{ id: string; nr: string }>;

/** The group by today's names of institutions. */
export const membersNamed = async (
  { groups }: WorkshopRoutesNeeds['workshop'],
  evaluation: Evaluation,
): Promise<readonly GroupMember[]> =>
  (await groups.readGroup(evaluation)).members.map((member) => ({
    ...member,
    institution: institutionName(member, evaluation),
  }));

/** The ground on which a form is drawn. */
const readGround = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request<{ id: string }>,
): Promise<{ readonly evaluation: Evaluation; readonly group: readonly GroupMember[]; readonly today: string }> => {
  const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
  return { evaluation, group: await membersNamed(workshop, evaluation), today: workshop.groups.today() };
};

type Ground = Awaited<ReturnType<typeof readGround>>;

const sendForm = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  { evaluation, ...ground }: Ground,
  state: Omit<FormState, 'evaluationId' | 'group' | 'today'>,
): Promise<void> => {
  const translator = translatorOf(req);
  const conclusions = await workshop.listConclusions(evaluation.id);
  const page = presentMeetingForm({ evaluationId: evaluation.id, ...ground, ...state }, conclusions, translator);
  const isRefused = state.faults.length > 0 || state.isOvertaken;
  sendStaffPage(req, res, evaluation, {
    view: 'workshop/meeting-form',
    sheets: ['/css/group.css'],
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: state.isOvertaken ? 409 : isRefused ? 400 : 200,
    model: { page },
  });
};

const withoutVote = (req: Request): string => translatorOf(req).t('group:vote.no');

export const showNew =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const ground = await readGround(needs, req);
    const meetings = await needs.workshop.listMeetings(ground.evaluation.id);
    const empty = { ...parseInput(meetingForm, {}), id: newId() };
    const words = { today: ground.today, withoutVote: withoutVote(req) };
    const form = proposeForm(empty, ground.group, meetings, words);
    await sendForm(needs, req, res, ground, { meeting: null, form, faults: [], isOvertaken: false });
  };

export const create =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const ground = await readGround(needs, req);
    const { evaluation, group } = ground;
    const form = parseInput(meetingForm, req.body);
    const { faults, wanted } = readForm(form, group);
    if (faults.length > 0) {
      await sendForm(needs, req, res, ground, { meeting: null, form, faults, isOvertaken: false });
      return;
    }
    const own = form.id === undefined ? {} : { id: form.id as MeetingId };
    const meeting = await needs.workshop.createMeeting(
      { ...wanted, ...own, evaluationId: evaluation.id, groupId: groupOf(evaluation) },
      actorOf(res),
    );
    res.redirect(303, `/badania/${evaluation.id}/warsztat/${meeting.number}/przygotowanie?zapisano=1`);
  };

const meetingIn = async (
  { workshop }: WorkshopRoutesNeeds,
  { id, nr }: { readonly id: string; readonly nr: string },
): Promise<Meeting> => (await workshop.readMeeting(id as EvaluationId, Number(nr))).meeting;

/** On the form of an open meeting only further people are chosen. */
const standingForm = (meeting: Meeting, group: readonly GroupMember[], req: Request) => {
  const standing = formOfMeeting(meeting, group, withoutVote(req));
  return mayChange(meeting).anything ? standing : { ...standing, sklad: [], osoby: '' };
};

export const showChange =
  (needs: WorkshopRoutesNeeds): MeetingHandler =>
  async (req, res) => {
    const ground = await readGround(needs, req);
    const meeting = await meetingIn(needs, req.params);
    if (!mayChange(meeting).words) {
      res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/przygotowanie`);
      return;
    }
    const form = standingForm(meeting, ground.group, req);
    await sendForm(needs, req, res, ground, { meeting, form, faults: [], isOvertaken: false });
  };

export const change =
  (needs: WorkshopRoutesNeeds): MeetingHandler =>
  async (req, res) => {
    const ground = await readGround(needs, req);
    const meeting = await meetingIn(needs, req.params);
    const typed = parseInput(meetingForm, req.body);
    const form = formOfOpen(standingForm(meeting, ground.group, req), typed, mayChange(meeting));
    const { faults, wanted } = readForm(form, ground.group);
    if (faults.length > 0) {
      await sendForm(needs, req, res, ground, { meeting, form, faults, isOvertaken: false });
      return;
    }
    if ((await needs.workshop.reviseMeeting(meeting.id, form.wersja, wanted)) === 'overtaken') {
      const now = await meetingIn(needs, req.params);
      await sendForm(needs, req, res, ground, { meeting: now, form, faults: [], isOvertaken: true });
      return;
    }
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/przygotowanie?zapisano=1`);
  };
