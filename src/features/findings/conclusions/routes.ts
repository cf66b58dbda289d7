import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { actorOf, requireRole } from '../../accounts';
import { mayWrite } from '../recommendations/policy';
import type { FindingsRoutesNeeds } from '../routes';
import type { WorkRead } from '../read-work';
import { wordsIssues } from './check-words';
import {
  conclusionForm,
  idIn,
  listQuery,
  moveForm,
  newQuery,
  removalForm,
  wordsIn,
  type ConclusionForm,
} from './inputs';
import { NOTHING_SAID, presentForm, type FormState } from './present-form';
import { presentConclusionsJson } from './present-json';
import { presentConclusions } from './present-list';
import { presentRemoval } from './present-removal';
import { conclusionNotFound } from './problems';

type Handler = RequestHandler<{ id: string; nr: string }>;

const HOME = '/badania/:id/wnioski';

/** Conclusions: what findings mean, and what is missing in the work. */
export const conclusionsRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get(HOME, requireRole('evaluator', 'administrator', 'director'), showList(needs));
  router.get(`${HOME}/nowy`, writers, showNew(needs));
  router.post(`${HOME}/nowy`, writers, takeNew(needs));
  router.get(`${HOME}/:nr`, onlyNumbers, writers, showForm(needs));
  router.post(`${HOME}/:nr`, onlyNumbers, writers, takeForm(needs));
  router.get(`${HOME}/:nr/usun`, onlyNumbers, writers, showRemoval(needs));
  router.post(`${HOME}/:nr/usun`, onlyNumbers, writers, remove(needs));
  router.post(`${HOME}/:nr/przesun`, onlyNumbers, writers, move(needs));
  return router;
};

/** Other pages live below the same address. */
const onlyNumbers: Handler = (req, _res, next) => {
  next(/^[1-9]\d{0,5}$/.test(req.params.nr) ? undefined : 'route');
};

const read = ({ findings }: FindingsRoutesNeeds, req: Request<{ id: string }>): Promise<WorkRead> =>
  findings.readWork(req.params.id as EvaluationId);

const pageOf = ({ evaluation }: WorkRead) => ({
  layout: 'staff' as const,
  current: 'findings',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
  sheets: ['/css/conclusions.css'],
});

const showList =
  (needs: FindingsRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { zapisano } = parseInput(listQuery, req.query);
    const canWrite = mayWrite(actorOf(res));
    const work = await needs.findings.readWork(req.params.id as EvaluationId, canWrite);
    res.set('Vary', 'Accept');
    if (wantsJson(req)) {
      res.set('Cache-Control', 'no-store').json(presentConclusionsJson(work, canWrite));
      return;
    }
    const translator = translatorOf(req);
    sendPage(req, res, {
      ...pageOf(work),
      ...(canWrite ? {} : { layout: 'top-bar', current: 'conclusions' }),
      view: 'findings/conclusions',
      title: translator.t('conclusions:title'),
      model: { page: presentConclusions(work, canWrite, translator), saved: zapisano ?? null },
    });
  };

const storedIn = (work: WorkRead, nr: string) => {
  const found = work.conclusions.find(({ number }) => number === Number(nr));
  if (found === undefined) throw conclusionNotFound();
  return found;
};

const showNew =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(newQuery, req.query);
    const work = await read(needs, req);
    const from = work.findings.find(({ number }) => number === query.wynik);
    const row = work.matrix.rows.find(({ id }) => id === query.pytanie);
    const words = {
      ...NOTHING_SAID,
      ...(from && { findings: [from.id], criterion: from.criterion, dimensions: from.dimensions, tone: from.tone }),
      ...(row && { matrixRow: row.id, criterion: row.criterion }),
    };
    sendForm(req, res, work, { words, issues: [], id: newId(), stored: null, seen: 0 });
  };

const sendForm = (req: Request, res: Response, work: WorkRead, state: FormState): void => {
  const translator = translatorOf(req);
  const page = presentForm(state, work, translator);
  const isRefused = page.errors.length > 0 || page.conflict !== null;
  sendPage(req, res, {
    ...pageOf(work),
    view: 'findings/numbered/form',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isRefused ? 400 : 200,
    model: { page, current: 'conclusions', study: work.evaluation.id },
  });
};

const wordsOf = (form: ConclusionForm, work: WorkRead) =>
  wordsIn(form, {
    findings: new Set<string>(work.findings.map(({ id }) => id)),
    rows: new Set<string>(work.matrix.rows.map(({ id }) => id)),
  });

const savedAt = (id: string, number: number): string => `/badania/${id}/wnioski?zapisano=W${number}#W${number}`;

const takeNew =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(conclusionForm, req.body);
    const work = await read(needs, req);
    const words = wordsOf(form, work);
    const issues = wordsIssues(words);
    if (issues.length > 0) {
      sendForm(req, res, work, { words, issues, id: form.id ?? newId(), stored: null, seen: 0 });
      return;
    }
    const { conclusions } = needs.findings;
    const added = await conclusions.addConclusion(work.evaluation.id, { ...words, ...idIn(form) }, actorOf(res).name);
    res.redirect(303, savedAt(req.params.id, added.number));
  };

const showForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const work = await read(needs, req);
    const stored = storedIn(work, req.params.nr);
    sendForm(req, res, work, { words: stored, issues: [], id: null, stored, seen: stored.log.revision });
  };

const takeForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(conclusionForm, req.body);
    const work = await read(needs, req);
    const stored = storedIn(work, req.params.nr);
    const words = wordsOf(form, work);
    const issues = wordsIssues(words);
    const state = { words, issues, id: null, stored, seen: form.wersja };
    if (issues.length > 0 || stored.log.revision !== form.wersja) {
      sendForm(req, res, work, state);
      return;
    }
    const seen = { evaluationId: work.evaluation.id, number: stored.number, revision: form.wersja };
    const saved = await needs.findings.conclusions
      .changeConclusion(seen, words, actorOf(res).name)
      .catch((error: unknown) => {
        if (error instanceof Problem && error.kind === 'conflict') return null;
        throw error;
      });
    if (saved === null) {
      const now = await read(needs, req);
      sendForm(req, res, now, { ...state, stored: storedIn(now, req.params.nr) });
      return;
    }
    res.redirect(303, savedAt(req.params.id, stored.number));
  };

const showRemoval =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const work = await read(needs, req);
    const page = presentRemoval(storedIn(work, req.params.nr), work, translatorOf(req));
    sendPage(req, res, { ...pageOf(work), view: 'findings/numbered/remove', title: page.title, model: { page } });
  };

const remove =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { wersja } = parseInput(removalForm, req.body);
    const { id, nr } = req.params;
    const seen = { evaluationId: id as EvaluationId, number: Number(nr), revision: wersja };
    await needs.findings.conclusions.removeConclusion(seen);
    res.redirect(303, `/badania/${id}/wnioski`);
  };

const move =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { kierunek } = parseInput(moveForm, req.body);
    const { id, nr } = req.params;
    await needs.findings.conclusions.moveConclusion(id as EvaluationId, Number(nr), kierunek === 'wyzej' ? -1 : 1);
    res.redirect(303, `/badania/${id}/wnioski#W${nr}`);
  };
