import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { requireRole } from '../../accounts';
import { mayVoteIn, memberIn, type Meeting } from '../domain';
import { noVotingRight } from '../problems';
import { inside, publicPage, type RoomRoutesNeeds } from '../room/routes';
import type { WorkshopRoutesNeeds } from '../routes';
import { sheetForm, type SheetForm } from './inputs';
import { presentPaper, type PaperPage } from './present-paper';
import { presentSheet, type SheetPage } from './present-sheet';
import { memberUnknown } from './problems';
import { readSheet, typedFrom, typedOf } from './read-form';
import { sheetsStateOf } from './state';

type RoomHandler = RequestHandler<{ kod: string }>;
type StaffHandler = RequestHandler<{ id: string; nr: string }>;

const SCRIPTS = ['/js/workshop/sheet.js'];
const SHEETS = ['/css/sheet.css'];

/** The experts' sheet on a phone, for participants without an account. */
export const sheetRoomRoutes = (needs: RoomRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/s/:kod/arkusz', showSheet(needs));
  router.post('/s/:kod/arkusz', save(needs));
  return router;
};

/** The same for whoever filled it in on paper, written down by the moderator. */
export const sheetsRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  router.get('/badania/:id/warsztat/:nr/arkusze', leaders, showPaper(needs));
  router.post('/badania/:id/warsztat/:nr/arkusze', leaders, savePaper(needs));
  return router;
};

/** What keeps a sheet from being saved and is told beside the form, so that nothing typed is lost. */
const REFUSALS: Readonly<Record<string, string>> = {
  'sheets.closed': 'refused-closed',
  'sheets.not-yet': 'refused-not-yet',
  'sheets.changed-meanwhile': 'refused-changed',
};

interface Refusal {
  readonly name: string;
  readonly revision: number;
}

const refusalIn = (error: unknown, sent: number): Refusal => {
  const name = error instanceof Problem ? REFUSALS[error.code] : undefined;
  if (!(error instanceof Problem) || name === undefined) throw error;
  const { revision } = error.details;
  return { name, revision: typeof revision === 'number' ? revision : sent };
};

const showSheet =
  ({ workshop }: RoomRoutesNeeds): RoomHandler =>
  async (req, res) => {
    const { meeting, participant } = await inside({ workshop }, req);
    if (!mayVoteIn(meeting, participant)) throw noVotingRight();
    const sheet = await workshop.sheets.sheetOf(meeting, participant.id);
    const form = { typed: typedFrom(sheet), revision: sheet?.revision ?? 0, faults: [] };
    await sendSheet({ workshop }, req, res, {
      meeting,
      who: participant,
      sheet,
      state: sheetsStateOf(meeting),
      refused: null,
      form,
    });
  };

const sendSheet = async (
  { workshop }: RoomRoutesNeeds,
  req: Request,
  res: Response,
  page: SheetPage,
  status = 200,
): Promise<void> => {
  const translator = translatorOf(req);
  const title = translator.t('sheets:title');
  sendPage(req, res, {
    ...publicPage,
    demonstration: (await workshop.readEvaluation(page.meeting.evaluationId)).demonstration,
    view: 'workshop/room/sheet',
    title: status === 200 ? title : translator.t('layout:errorTitle', { title }),
    status,
    scripts: SCRIPTS,
    sheets: SHEETS,
    model: { sheet: presentSheet(page, translator) },
  });
};

const save =
  ({ workshop }: RoomRoutesNeeds): RoomHandler =>
  async (req, res) => {
    const { meeting, participant } = await inside({ workshop }, req);
    const given = parseInput(sheetForm, req.body);
    const { typed, words, faults } = read(given, meeting);
    const form = { typed, revision: given.rewizja, faults };
    const base = { meeting, who: participant, sheet: undefined, state: sheetsStateOf(meeting), form };
    if (faults.length > 0) {
      await sendSheet({ workshop }, req, res, { ...base, refused: { notice: null, form } }, 400);
      return;
    }
    try {
      const owner = { id: participant.id, mayVote: mayVoteIn(meeting, participant) };
      await workshop.sheets.saveSheet(meeting.id, owner, { ...words, revision: given.rewizja, isPaper: false });
    } catch (error) {
      const { name, revision } = refusalIn(error, given.rewizja);
      const notice = translatorOf(req).t(`sheets:notice.${name}`);
      await sendSheet({ workshop }, req, res, { ...base, refused: { notice, form: { ...form, revision } } }, 409);
      return;
    }
    res.redirect(303, `/s/${req.params.kod}/arkusz`);
  };

const read = (form: SheetForm, { sphereOptions }: Meeting) => {
  const typed = typedOf(form, sphereOptions);
  return { typed, ...readSheet(typed) };
};

const showPaper =
  ({ workshop }: WorkshopRoutesNeeds): StaffHandler =>
  async (req, res) => {
    const meeting = await meetingOf({ workshop }, req.params);
    await sendPaper({ workshop }, req, res, {
      meeting,
      isSaved: req.query['zapisano'] === '1',
      member: '',
      isMemberMissing: false,
      refused: null,
      form: { typed: typedFrom(undefined), revision: 0, faults: [] },
    });
  };

const meetingOf = async (
  { workshop }: Pick<WorkshopRoutesNeeds, 'workshop'>,
  { id, nr }: { readonly id: string; readonly nr: string },
): Promise<Meeting> => (await workshop.readMeeting(id as EvaluationId, Number(nr))).meeting;

const sendPaper = async (
  { workshop }: Pick<WorkshopRoutesNeeds, 'workshop'>,
  req: Request,
  res: Response,
  page: Omit<PaperPage, 'filled'>,
  status = 200,
): Promise<void> => {
  const translator = translatorOf(req);
  const evaluation = await workshop.readEvaluation(page.meeting.evaluationId);
  const filled = (await workshop.sheets.sheetsOf(page.meeting.id)).length;
  const title = translator.t('sheets:paper.title');
  sendPage(req, res, {
    layout: 'staff',
    current: 'workshop',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    view: 'workshop/paper-sheet',
    title: status === 200 ? title : translator.t('layout:errorTitle', { title }),
    status,
    scripts: SCRIPTS,
    sheets: SHEETS,
    model: { page: presentPaper({ ...page, filled }, translator) },
  });
};

const savePaper =
  ({ workshop }: WorkshopRoutesNeeds): StaffHandler =>
  async (req, res) => {
    const meeting = await meetingOf({ workshop }, req.params);
    const given = parseInput(sheetForm, req.body);
    const { typed, words, faults } = read(given, meeting);
    const { osoba: member, rewizja } = given;
    const form = { typed, revision: rewizja, faults };
    const base = { meeting, isSaved: false, member, isMemberMissing: member === '', refused: null, form };
    if (faults.length > 0 || member === '') {
      await sendPaper({ workshop }, req, res, base, 400);
      return;
    }
    const voter = meeting.members.find(({ id, mayVote }) => id === member && mayVote);
    if (voter === undefined) throw memberUnknown();
    const owner = { id: memberIn(meeting.id, voter.id), mayVote: true };
    try {
      await workshop.sheets.saveSheet(meeting.id, owner, { ...words, revision: rewizja, isPaper: true });
    } catch (error) {
      const { name, revision } = refusalIn(error, rewizja);
      const { t } = translatorOf(req);
      const refused = name === 'refused-changed' ? t('sheets:paper.changed') : t(`sheets:notice.${name}`);
      await sendPaper({ workshop }, req, res, { ...base, refused, form: { ...form, revision } }, 409);
      return;
    }
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/arkusze?zapisano=1`);
  };
