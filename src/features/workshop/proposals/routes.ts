import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import type { ConclusionId } from '../../findings';
import { TEXT_LIMITS, type Proposal } from '../domain';
import { proposalNotFound } from '../problems';
import { faultsOf, lengthOf, textFaults } from '../room/check-proposal';
import { inRoom, inside, publicPage, type Inside, type RoomRoutesNeeds } from '../room/enter';
import { amendForm, commentForm, listQuery, proposalForm, type ProposalForm } from '../room/inputs';
import { presentList, type RoomOfProposals } from './present-list';
import { presentOne, type OneState } from './present-one';
import { faultText, type ProposeState } from './present-propose-form';
import { refusalOf } from './refusal-of';

type Handler = RequestHandler<{ kod: string }>;
type OneHandler = RequestHandler<{ kod: string; numer: string }>;

/** What participants propose, comment and amend, without an account, below `/s/:kod/propozycje`. */
export const roomProposalRoutes = (needs: RoomRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/s/:kod/propozycje', inRoom(showList(needs)));
  router.post('/s/:kod/propozycje', inRoom(propose(needs)));
  router.get('/s/:kod/propozycje/:numer', inRoom(showOne(needs)));
  router.post('/s/:kod/propozycje/:numer/uwagi', inRoom(comment(needs)));
  router.post('/s/:kod/propozycje/:numer/zmiana', inRoom(amend(needs)));
  return router;
};

const roomOf = async ({ workshop }: RoomRoutesNeeds, { stored, participant }: Inside): Promise<RoomOfProposals> => {
  const { meeting } = stored;
  return { meeting, participant, materials: meeting.frozen, proposals: await workshop.listProposals(meeting.id) };
};

const sendList = async (
  needs: RoomRoutesNeeds,
  req: Request<{ kod: string }>,
  res: Response,
  state: ProposeState & { readonly status?: number },
): Promise<void> => {
  const translator = translatorOf(req);
  const room = await roomOf(needs, await inside(needs, req));
  const list = presentList(room, state, translator);
  const { zapisano } = parseInput(listQuery, req.query);
  const isRefused = state.faults.length > 0 || state.refusal !== null;
  const title = translator.t('proposals:title');
  sendPage(req, res, {
    ...publicPage,
    view: 'workshop/room/proposals',
    title: isRefused ? translator.t('layout:errorTitle', { title }) : title,
    status: state.status ?? (isRefused ? 400 : 200),
    demonstration: (await needs.workshop.readEvaluation(room.meeting.evaluationId)).demonstration,
    model: { list, saved: zapisano ?? null },
  });
};

const showList =
  (needs: RoomRoutesNeeds): Handler =>
  (req, res) =>
    sendList(needs, req, res, { id: newId(), typed: null, faults: [], refusal: null });

const propose =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const room = await inside(needs, req);
    const form = parseInput(proposalForm, req.body);
    const faults = faultsOf(form);
    if (faults.length > 0) {
      await sendList(needs, req, res, { id: form.id, typed: form, faults, refusal: null });
      return;
    }
    try {
      await needs.workshop.propose(room.meeting, room.participant, wantedIn(form, room));
    } catch (error) {
      const refused = refusalOf(error, translatorOf(req));
      // Under an id of its own: what was sent before stays, and this can be sent as well.
      await sendList(needs, req, res, { id: newId(), typed: form, faults: [], ...refused });
      return;
    }
    const home = `/s/${req.params.kod}`;
    res.redirect(303, form.skad === 'lista' ? `${home}/propozycje?zapisano=propozycja` : home);
  };

const wantedIn = ({ id, obszar, tresc, wniosek, pokaz }: ProposalForm, { meeting }: Inside) => ({
  id,
  conclusion: meeting.materials.find((material) => material === (wniosek as ConclusionId)) ?? null,
  dimension: obszar ?? 'quality',
  text: tresc,
  showsInstitution: pokaz === '1',
});

/** @throws Problem `workshop.proposal-not-found` */
const oneIn = ({ proposals }: RoomOfProposals, numer: string): Proposal => {
  const found = proposals.find(({ number }) => String(number) === numer);
  if (found === undefined) throw proposalNotFound();
  return found;
};

const sendOne = async (
  needs: RoomRoutesNeeds,
  req: Request<{ kod: string; numer: string }>,
  res: Response,
  { status, ...state }: Partial<OneState> & { readonly status?: number },
): Promise<void> => {
  const translator = translatorOf(req);
  const room = await roomOf(needs, await inside(needs, req));
  const one = presentOne(
    oneIn(room, req.params.numer),
    room,
    { commentId: newId(), comment: null, amend: null, ...state },
    translator,
  );
  const { zapisano } = parseInput(listQuery, req.query);
  const title = translator.t('proposals:one.title', { number: req.params.numer });
  sendPage(req, res, {
    ...publicPage,
    view: 'workshop/room/proposal',
    title: status === undefined ? title : translator.t('layout:errorTitle', { title }),
    status: status ?? 200,
    demonstration: (await needs.workshop.readEvaluation(room.meeting.evaluationId)).demonstration,
    model: { one, saved: zapisano ?? null },
  });
};

const showOne =
  (needs: RoomRoutesNeeds): OneHandler =>
  (req, res) =>
    sendOne(needs, req, res, {});

const comment =
  (needs: RoomRoutesNeeds): OneHandler =>
  async (req, res) => {
    const room = await inside(needs, req);
    const { id, uwaga: text } = parseInput(commentForm, req.body);
    const proposal = oneIn(await roomOf(needs, room), req.params.numer);
    const { t } = translatorOf(req);
    const refuse = (fault: string, status: number) =>
      sendOne(needs, req, res, { commentId: id, comment: { text, faults: [fault] }, status });
    if (text === '') return refuse(t('proposals:comment.missing'), 400);
    if (lengthOf(text) > TEXT_LIMITS.comment)
      return refuse(t('proposals:comment.too-long', { count: lengthOf(text), most: TEXT_LIMITS.comment }), 400);
    try {
      await needs.workshop.commentProposal(room.meeting, room.participant, { id: proposal.id, comment: id, text });
    } catch (error) {
      const { refusal, status } = refusalOf(error, { t });
      return refuse(refusal, status);
    }
    res.redirect(303, `/s/${req.params.kod}/propozycje/${proposal.number}?zapisano=uwaga#uwagi`);
  };

const amend =
  (needs: RoomRoutesNeeds): OneHandler =>
  async (req, res) => {
    const { meeting, participant } = await inside(needs, req);
    const { bylo, tresc: text } = parseInput(amendForm, req.body);
    const { id, number } = oneIn(await roomOf(needs, await inside(needs, req)), req.params.numer);
    const translator = translatorOf(req);
    const faults = textFaults(text).map((fault) => faultText(fault, translator));
    if (faults.length > 0) return sendOne(needs, req, res, { amend: { text, faults, isConflict: false }, status: 400 });
    try {
      await needs.workshop.amendProposal(meeting, { id, from: bylo, text, by: '', author: participant });
    } catch (error) {
      const isConflict = error instanceof Problem && error.code === 'workshop.changed-meanwhile';
      const { refusal, status } = refusalOf(error, translator);
      return sendOne(needs, req, res, { amend: { text, faults: isConflict ? [] : [refusal], isConflict }, status });
    }
    res.redirect(303, `/s/${req.params.kod}/propozycje/${number}?zapisano=zmiana`);
  };
