import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { actorOf, requireRole } from '../../accounts';
import type { Agreement } from '../domain';
import { agreementNotFound } from '../problems';
import type { WorkshopRoutesNeeds } from '../routes';
import { wordsIssues } from './check-words';
import { agreementForm, newQuery, originIn, pageQuery, removalForm, wordsIn, type AgreementForm } from './inputs';
import { presentAgreements } from './present-agreements';
import { originsOf, presentForm, type FormState } from './present-form';
import { readAgreementsDesk, type AgreementsDesk } from './read-desk';
import type { AgreementWords } from '.';

type Handler = RequestHandler<{ id: string; nr: string }>;
type OneHandler = RequestHandler<{ id: string; nr: string; numer: string }>;

/** Ustalenia of a meeting: who does what by when. */
export const agreementsRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/:nr/ustalenia';
  router.get(home, viewers, showList(needs));
  router.get(`${home}/nowe`, leaders, showNew(needs));
  router.post(`${home}/nowe`, leaders, takeNew(needs));
  router.get(`${home}/:numer`, leaders, showForm(needs));
  router.post(`${home}/:numer`, leaders, takeForm(needs));
  router.get(`${home}/:numer/usun`, leaders, showRemoval(needs));
  router.post(`${home}/:numer/usun`, leaders, remove(needs));
  return router;
};

const read = ({ workshop }: WorkshopRoutesNeeds, { id, nr }: { id: string; nr: string }): Promise<AgreementsDesk> =>
  readAgreementsDesk(workshop, id as EvaluationId, nr);

const pageOf = ({ evaluation }: AgreementsDesk, res: Response) => ({
  layout: actorOf(res).role === 'director' ? ('top-bar' as const) : ('staff' as const),
  current: 'workshop',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
  sheets: ['/css/conclusions.css'],
});

const showList =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { zapisano } = parseInput(pageQuery, req.query);
    const desk = await read(needs, req.params);
    const page = presentAgreements(desk, translatorOf(req));
    const mayWrite = actorOf(res).role !== 'director' && !desk.isClosed;
    sendPage(req, res, {
      ...pageOf(desk, res),
      view: 'workshop/agreements',
      title: page.title,
      model: { page, mayWrite, isClosed: desk.isClosed, saved: zapisano !== undefined },
    });
  };

const showNew =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { propozycja, sfera, rekomendacja } = parseInput(newQuery, req.query);
    const desk = await read(needs, req.params);
    const proposal = desk.proposals.find(({ id }) => id === propozycja);
    const recommendation = desk.recommendations.find(({ id }) => id === rekomendacja);
    const from = [
      ...(proposal === undefined ? [] : [`propozycja:${proposal.id}`]),
      ...(recommendation === undefined ? [] : [`rekomendacja:${recommendation.id}`]),
      ...(sfera === '' ? [] : [`sfera:${sfera}`]),
    ].find((value) => originsOf(desk).includes(value));
    const words: AgreementWords = {
      text: proposal?.text ?? recommendation?.title ?? '',
      addressees: recommendation?.addressees ?? [],
      person: '',
      due: '',
      dimension: proposal?.dimension ?? null,
      origin: originIn(from ?? ''),
    };
    sendForm(req, res, desk, { words, issues: [], id: newId(), stored: null, seen: 0 });
  };

const sendForm = (req: Request, res: Response, desk: AgreementsDesk, state: FormState): void => {
  const translator = translatorOf(req);
  const page = presentForm(state, desk, translator);
  const isRefused = page.errors.length > 0 || page.conflict !== null;
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/agreement-form',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isRefused ? 400 : 200,
    model: { page },
  });
};

const readForm = (form: AgreementForm, desk: AgreementsDesk) => {
  const words = wordsIn(form, {
    institutions: new Set(desk.evaluation.institutions.map(({ code }) => code)),
    origins: new Set(originsOf(desk)),
  });
  return { words, issues: wordsIssues(words, desk.meeting.day) };
};

const listOf = ({ id, nr }: { id: string; nr: string }): string =>
  `/badania/${encodeURIComponent(id)}/warsztat/${encodeURIComponent(nr)}/ustalenia?zapisano=1`;

const takeNew =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(agreementForm, req.body);
    const desk = await read(needs, req.params);
    const taken = readForm(form, desk);
    if (taken.issues.length > 0) {
      sendForm(req, res, desk, { ...taken, id: form.id ?? newId(), stored: null, seen: 0 });
      return;
    }
    const own = form.id === undefined ? {} : { id: form.id };
    await needs.workshop.agreements.addAgreement(desk.meeting, { ...taken.words, ...own }, actorOf(res).name);
    res.redirect(303, listOf(req.params));
  };

const oneIn = ({ agreements }: AgreementsDesk, numer: string): Agreement => {
  const found = agreements.find(({ number }) => String(number) === numer);
  if (found === undefined) throw agreementNotFound();
  return found;
};

const showForm =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const desk = await read(needs, req.params);
    const stored = oneIn(desk, req.params.numer);
    sendForm(req, res, desk, { words: stored, issues: [], id: null, stored, seen: stored.log.revision });
  };

const takeForm =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const form = parseInput(agreementForm, req.body);
    const desk = await read(needs, req.params);
    const stored = oneIn(desk, req.params.numer);
    const taken = readForm(form, desk);
    const again = (now: AgreementsDesk): void => {
      sendForm(req, res, now, { ...taken, id: null, stored: oneIn(now, req.params.numer), seen: form.wersja });
    };
    if (taken.issues.length > 0) {
      again(desk);
      return;
    }
    try {
      await needs.workshop.agreements.changeAgreement(stored.id, form.wersja, taken.words);
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'conflict') throw error;
      again(await read(needs, req.params));
      return;
    }
    res.redirect(303, listOf(req.params));
  };

const showRemoval =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const desk = await read(needs, req.params);
    const agreement = oneIn(desk, req.params.numer);
    const { t } = translatorOf(req);
    const [row] = presentAgreements({ ...desk, agreements: [agreement] }, translatorOf(req)).rows;
    sendPage(req, res, {
      ...pageOf(desk, res),
      view: 'workshop/agreement-removal',
      title: t('agreements:remove.title', { number: agreement.number }),
      model: { row, number: agreement.number, revision: agreement.log.revision },
    });
  };

const remove =
  (needs: WorkshopRoutesNeeds): OneHandler =>
  async (req, res) => {
    const { wersja } = parseInput(removalForm, req.body);
    const desk = await read(needs, req.params);
    await needs.workshop.agreements.removeAgreement(oneIn(desk, req.params.numer).id, wersja);
    res.redirect(303, listOf(req.params));
  };
