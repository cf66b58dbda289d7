import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { actorOf, requireRole } from '../../accounts';
import type { ConclusionId } from '../../findings';
import type { Proposal, ProposalId } from '../domain';
import { proposalNotFound } from '../problems';
import { refusalOf } from '../proposals/refusal-of';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { newProposalFaults, outcomeFaults, repeatFaults, wordingFaults } from './check-forms';
import {
  mergeForm,
  newProposalForm,
  outcomeForm,
  pageQuery,
  placeForm,
  repeatForm,
  takeBackForm,
  wordingForm,
} from './inputs';
import { homeOf, presentDeskList, type DeskListState } from './present-list';
import { presentDeskOne, type DeskOneState } from './present-one';
import { readProposalsDesk, type ProposalsDesk } from './read-desk';

type Handler = RequestHandler<{ id: string; nr: string }>;
type OneHandler = RequestHandler<{ id: string; nr: string; numer: string }>;

/** Proposals of a meeting as the moderator works with them: before the voting, and after it. */
export const outcomesRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/:nr/propozycje';
  router.get(home, viewers, showList(needs));
  router.post(home, leaders, add(needs));
  router.post(`${home}/runda`, leaders, repeat(needs));
  router.post(`${home}/runda/cofnij`, leaders, takeBack(needs));
  router.get(`${home}/:numer`, viewers, showOne(needs));
  router.post(`${home}/:numer/zmiana`, leaders, amend(needs));
  router.post(`${home}/:numer/polacz`, leaders, merge(needs));
  router.post(`${home}/:numer/miejsce`, leaders, move(needs));
  router.post(`${home}/:numer/wynik`, leaders, write(needs));
  return router;
};

const savedIn = (req: Request): string | null => parseInput(pageQuery, req.query).zapisano ?? null;
const titleOf = (req: Request, title: string, isRefused: boolean): string =>
  isRefused ? translatorOf(req).t('layout:errorTitle', { title }) : title;

const sendList = (
  req: Request,
  res: Response,
  desk: ProposalsDesk,
  state: Partial<DeskListState> & { readonly status?: number } = {},
): void => {
  const mayLead = actorOf(res).role !== 'director';
  const whole: DeskListState = { nextId: newId(), typed: null, repeat: null, ...state, mayLead };
  const page = presentDeskList(desk, whole, translatorOf(req));
  sendStaffPage(req, res, desk.evaluation, {
    view: 'workshop/proposals',
    title: titleOf(req, page.title, state.status !== undefined),
    status: state.status ?? 200,
    model: { page, saved: savedIn(req) },
  });
};

const showList =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    sendList(req, res, await readProposalsDesk(workshop, req.params));
  };

const back = (res: Response, desk: ProposalsDesk, saved: string, number?: number): void => {
  const one = number === undefined ? '' : `/${number}`;
  res.redirect(303, `${homeOf(desk)}/propozycje${one}?zapisano=${saved}`);
};

const conclusionIn = ({ meeting }: ProposalsDesk, value: string): ConclusionId | null =>
  meeting.materials.find((material) => material === (value as ConclusionId)) ?? null;

const add =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(newProposalForm, req.body);
    const desk = await readProposalsDesk(workshop, req.params);
    const translator = translatorOf(req);
    const faults = newProposalFaults(form, translator);
    const { id, obszar: dimension, tresc: text, instytucja: institution } = form;
    if (faults.length > 0 || dimension === undefined) {
      sendList(req, res, desk, { typed: { form, faults }, status: 400 });
      return;
    }
    try {
      const conclusion = conclusionIn(desk, form.wniosek);
      await workshop.outcomes.proposeFor(desk.meeting, { id, conclusion, dimension, text, institution });
    } catch (error) {
      const { refusal, status } = refusalOf(error, translator);
      const now = await readProposalsDesk(workshop, req.params);
      sendList(req, res, now, { typed: { form: { ...form, id: newId<'proposal'>() }, faults: [refusal] }, status });
      return;
    }
    back(res, desk, 'propozycja');
  };

const repeat =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { runda: after, wsrod: among, glosy, powod: reason } = parseInput(repeatForm, req.body);
    const desk = await readProposalsDesk(workshop, req.params);
    const translator = translatorOf(req);
    const typed = { among, votes: glosy, reason };
    const refuse = (faults: readonly string[], status: number, now: ProposalsDesk): void => {
      sendList(req, res, now, { repeat: { typed, faults }, status });
    };
    const faults = repeatFaults(typed, translator);
    if (faults.length > 0) {
      refuse(faults, 400, desk);
      return;
    }
    const by = actorOf(res).name;
    try {
      const votesEach = Number(glosy);
      await workshop.outcomes.repeatVoting(desk.meeting, { name: 'voting', after, among, votesEach, reason, by });
    } catch (error) {
      const { refusal, status } = refusalOf(error, translator);
      refuse([refusal], status, await readProposalsDesk(workshop, req.params));
      return;
    }
    back(res, desk, 'runda');
  };

const takeBack =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { runda } = parseInput(takeBackForm, req.body);
    const desk = await readProposalsDesk(workshop, req.params);
    await workshop.outcomes.takeBackRound(desk.meeting, 'voting', runda);
    back(res, desk, 'cofniecie');
  };

/** @throws Problem `workshop.proposal-not-found` */
const oneIn = ({ proposals }: ProposalsDesk, numer: string): Proposal => {
  const found = proposals.find(({ number }) => String(number) === numer);
  if (found === undefined) throw proposalNotFound();
  return found;
};

const sendOne = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request<{ id: string; nr: string; numer: string }>,
  res: Response,
  { status, ...state }: Partial<DeskOneState> & { readonly status?: number } = {},
): Promise<void> => {
  const desk = await readProposalsDesk(workshop, req.params);
  const mayLead = actorOf(res).role !== 'director';
  const whole: DeskOneState = { amend: null, write: null, refusal: null, ...state, mayLead };
  const page = presentDeskOne(oneIn(desk, req.params.numer), desk, whole, translatorOf(req));
  sendStaffPage(req, res, desk.evaluation, {
    view: 'workshop/proposal',
    title: titleOf(req, page.title, status !== undefined),
    status: status ?? 200,
    model: { page, saved: savedIn(req) },
  });
};

const showOne =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  (req, res) =>
    sendOne(needs, req, res);

const amend =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const { bylo: from, tresc: text } = parseInput(wordingForm, req.body);
    const desk = await readProposalsDesk(needs.workshop, req.params);
    const { id, number } = oneIn(desk, req.params.numer);
    const translator = translatorOf(req);
    const faults = wordingFaults(text, translator);
    if (faults.length > 0) return sendOne(needs, req, res, { amend: { text, faults, isConflict: false }, status: 400 });
    try {
      await needs.workshop.amendProposal(desk.meeting, { id, from, text, by: actorOf(res).name });
    } catch (error) {
      const isConflict = error instanceof Problem && error.code === 'workshop.changed-meanwhile';
      const { refusal, status } = refusalOf(error, translator);
      return sendOne(needs, req, res, { amend: { text, faults: isConflict ? [] : [refusal], isConflict }, status });
    }
    back(res, desk, 'zmiana', number);
  };

/** An act of one button: where it is refused, the page says why. */
const act =
  (
    needs: WorkshopRoutesNeeds,
    run: (
      req: Request<{ id: string; nr: string; numer: string }>,
      desk: ProposalsDesk,
      proposal: Proposal,
    ) => Promise<string>,
  ): OneHandler =>
  async (req, res) => {
    const desk = await readProposalsDesk(needs.workshop, req.params);
    const proposal = oneIn(desk, req.params.numer);
    try {
      back(res, desk, await run(req, desk, proposal), proposal.number);
    } catch (error) {
      const { refusal, status } = refusalOf(error, translatorOf(req));
      await sendOne(needs, req, res, { refusal, status });
    }
  };

const merge = (needs: WorkshopRoutesNeeds): OneHandler =>
  act(needs, async (req, { meeting }, { id }) => {
    const { w } = parseInput(mergeForm, req.body);
    await needs.workshop.mergeProposal(meeting, id, w === '' ? null : (w as ProposalId));
    return w === '' ? 'rozlaczenie' : 'polaczenie';
  });

const move = (needs: WorkshopRoutesNeeds): OneHandler =>
  act(needs, async (req, desk, { id }) => {
    const { obszar, wniosek, byl_obszar, byl_wniosek } = parseInput(placeForm, req.body);
    await needs.workshop.outcomes.moveProposal(desk.meeting, {
      id,
      from: { dimension: byl_obszar, conclusion: conclusionIn(desk, byl_wniosek) },
      to: { dimension: obszar, conclusion: conclusionIn(desk, wniosek) },
    });
    return 'miejsce';
  });

const write =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const { wynik: kind, uzasadnienie: reason, wersja: revision } = parseInput(outcomeForm, req.body);
    const desk = await readProposalsDesk(needs.workshop, req.params);
    const { id: proposal, number } = oneIn(desk, req.params.numer);
    const translator = translatorOf(req);
    const faults = outcomeFaults({ kind, reason }, translator);
    const refuse = (told: readonly string[], status: number, isConflict = false): Promise<void> =>
      sendOne(needs, req, res, { write: { kind, reason, faults: told, isConflict }, status });
    if (faults.length > 0 || kind === undefined) return refuse(faults, 400);
    try {
      const by = actorOf(res).name;
      await needs.workshop.outcomes.writeOutcome(desk.meeting, { proposal, kind, reason, revision, by });
    } catch (error) {
      const isConflict = error instanceof Problem && error.code === 'outcomes.written-meanwhile';
      const { refusal, status } = refusalOf(error, translator);
      return refuse(isConflict ? [] : [refusal], status, isConflict);
    }
    back(res, desk, 'wynik', number);
  };
