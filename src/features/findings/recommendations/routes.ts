import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { actorOf, requireActor, requireRole } from '../../accounts';
import { chooseRecommendations, type Recommendation } from '../domain';
import type { WorkRead } from '../read-work';
import type { FindingsRoutesNeeds } from '../routes';
import { checkDecision } from './check-decision';
import { wordsIssues } from './check-words';
import {
  decisionForm,
  idIn,
  listQuery,
  newQuery,
  recommendationForm,
  removalForm,
  showQuery,
  wantedIn,
  wordsIn,
  type RecommendationForm,
} from './inputs';
import { mayWrite } from './policy';
import { NOTHING_SAID, presentForm, typedQuarter, type FormState } from './present-form';
import { presentRecommendationsJson } from './present-json';
import { presentRecommendations } from './present-list';
import { NOTHING_TYPED, presentRecommendation, type DecisionTyped } from './present-one';
import { presentRemoval } from './present-removal';
import { notTheAddressee, recommendationNotFound } from './problems';
import { recommendationLines, recommendationSheets, recommendationTable, type TableLayout } from './sheets';

type ListHandler = RequestHandler<{ id: string }>;
type Handler = RequestHandler<{ id: string; nr: string }>;

const HOME = '/badania/:id/rekomendacje';

/** Recommendations: who is asked to do what by when, and what they say. */
export const recommendationsRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get(HOME, requireActor, showList(needs));
  router.get(`${HOME}.xlsx`, requireActor, sendWorkbook(needs));
  router.get(`${HOME}.csv`, requireActor, sendCsv(needs));
  router.get(`${HOME}/nowa`, writers, showNew(needs));
  router.post(`${HOME}/nowa`, writers, takeNew(needs));
  router.get(`${HOME}/:nr`, requireActor, showOne(needs));
  router.post(`${HOME}/:nr/stanowisko`, requireActor, decide(needs));
  router.get(`${HOME}/:nr/zmien`, writers, showForm(needs));
  router.post(`${HOME}/:nr/zmien`, writers, takeForm(needs));
  router.get(`${HOME}/:nr/usun`, writers, showRemoval(needs));
  router.post(`${HOME}/:nr/usun`, writers, remove(needs));
  return router;
};

/** The work as the person who asks may see it. */
const read = async (
  { findings }: FindingsRoutesNeeds,
  req: Request<{ id: string }>,
  res: Response,
): Promise<WorkRead> => {
  const actor = actorOf(res);
  const others = translatorOf(req).t('recommendations:others');
  const work = await findings.readWorkFor(actor, req.params.id as EvaluationId, others);
  if (actor.role === 'coordinator' && !work.evaluation.institutions.some(({ code }) => code === actor.institution))
    throw notTheAddressee();
  return work;
};

const oneIn = (work: WorkRead, nr: string): Recommendation => {
  const found = work.recommendations.find(({ number }) => String(number) === nr);
  if (found === undefined) throw recommendationNotFound();
  return found;
};

const pageOf = ({ evaluation }: WorkRead, res: Response) => ({
  ...(mayWrite(actorOf(res))
    ? { layout: 'staff' as const, current: 'findings' }
    : { layout: 'top-bar' as const, current: 'recommendations' }),
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
  sheets: ['/css/conclusions.css'],
});

const showList =
  (needs: FindingsRoutesNeeds): ListHandler =>
  async (req, res) => {
    const query = parseInput(listQuery, req.query);
    const work = await read(needs, req, res);
    res.set('Vary', 'Accept');
    if (wantsJson(req)) {
      const chosen = chooseRecommendations(work.recommendations, wantedIn(query));
      res.set('Cache-Control', 'no-store').json(presentRecommendationsJson(work, chosen));
      return;
    }
    const page = presentRecommendations(work, query, actorOf(res), translatorOf(req));
    sendPage(req, res, {
      ...pageOf(work, res),
      view: 'findings/recommendations',
      title: page.title,
      model: { page, saved: query.zapisano ?? null },
    });
  };

const tableOf = async (needs: FindingsRoutesNeeds, req: Request<{ id: string }>, res: Response) => {
  const query = parseInput(listQuery, req.query);
  const work = await read(needs, req, res);
  const translator = translatorOf(req);
  const layout: TableLayout = query.uklad === 'prosta' ? 'simple' : 'extended';
  const chosen = chooseRecommendations(work.recommendations, wantedIn(query));
  const name = translator.t(`recommendations:files.name-${layout}`, { study: work.evaluation.shortTitle });
  res.set('Cache-Control', 'no-store');
  return { work, translator, name, table: recommendationTable(chosen, work, layout, translator) };
};

const sendWorkbook =
  (needs: FindingsRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { work, translator, name, table } = await tableOf(needs, req, res);
    res
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .attachment(`${name}.xlsx`)
      .send(await writeWorkbook(recommendationSheets(table, work, translator)));
  };

const sendCsv =
  (needs: FindingsRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { name, table } = await tableOf(needs, req, res);
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${name}.csv`)
      .send(writeCsv(recommendationLines(table)));
  };

const showNew =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { wniosek } = parseInput(newQuery, req.query);
    const work = await read(needs, req, res);
    const from = work.conclusions.find(({ number }) => number === wniosek);
    const words = { ...NOTHING_SAID, conclusions: from ? [from.id] : [] };
    sendForm(req, res, work, {
      words,
      typed: typedQuarter(words),
      issues: [],
      id: newId(),
      stored: null,
      seen: 0,
    });
  };

const sendForm = (req: Request, res: Response, work: WorkRead, state: FormState): void => {
  const translator = translatorOf(req);
  const page = presentForm(state, work, translator);
  const isRefused = page.errors.length > 0 || page.conflict !== null;
  sendPage(req, res, {
    ...pageOf(work, res),
    view: 'findings/numbered/form',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isRefused ? 400 : 200,
    model: { page, current: 'recommendations', study: work.evaluation.id },
  });
};

const readForm = (form: RecommendationForm, work: WorkRead) => {
  const words = wordsIn(form, {
    conclusions: new Set<string>(work.conclusions.map(({ id }) => id)),
    institutions: new Set(work.evaluation.institutions.map(({ code }) => code)),
  });
  const typed = { quarter: form.kwartal, year: form.rok };
  return { words, typed, issues: wordsIssues(words, typed) };
};

const takeNew =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(recommendationForm, req.body);
    const work = await read(needs, req, res);
    const taken = readForm(form, work);
    if (taken.issues.length > 0) {
      sendForm(req, res, work, { ...taken, id: form.id ?? newId(), stored: null, seen: 0 });
      return;
    }
    const { recommendations } = needs.findings;
    const words = { ...taken.words, ...idIn(form) };
    const { number } = await recommendations.addRecommendation(work.evaluation.id, words, actorOf(res).name);
    res.redirect(303, `/badania/${req.params.id}/rekomendacje/${number}?zapisano=1`);
  };

const showForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const work = await read(needs, req, res);
    const stored = oneIn(work, req.params.nr);
    const typed = typedQuarter(stored);
    sendForm(req, res, work, { words: stored, typed, issues: [], id: null, stored, seen: stored.log.revision });
  };

const takeForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(recommendationForm, req.body);
    const work = await read(needs, req, res);
    const stored = oneIn(work, req.params.nr);
    const state = { ...readForm(form, work), id: null, stored, seen: form.wersja };
    if (state.issues.length > 0 || stored.log.revision !== form.wersja) {
      sendForm(req, res, work, state);
      return;
    }
    const seen = { evaluationId: work.evaluation.id, number: stored.number, revision: form.wersja };
    const saving = needs.findings.recommendations.changeRecommendation(seen, state.words, actorOf(res).name);
    if ((await saving.catch(nullOnConflict)) === null) {
      const now = await read(needs, req, res);
      sendForm(req, res, now, { ...state, stored: oneIn(now, req.params.nr) });
      return;
    }
    res.redirect(303, `/badania/${req.params.id}/rekomendacje/${stored.number}?zapisano=1`);
  };

const nullOnConflict = (error: unknown): null => {
  if (error instanceof Problem && error.kind === 'conflict') return null;
  throw error;
};

const showOne =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { zapisano } = parseInput(showQuery, req.query);
    const work = await read(needs, req, res);
    sendOne(req, res, work, { typed: NOTHING_TYPED, isSaved: zapisano !== undefined, status: 200 });
  };

const sendOne = (
  req: Request<{ id: string; nr: string }>,
  res: Response,
  work: WorkRead,
  { typed, isSaved, status }: { readonly typed: DecisionTyped; readonly isSaved: boolean; readonly status: number },
): void => {
  const translator = translatorOf(req);
  const one = oneIn(work, req.params.nr);
  const page = presentRecommendation(one, { work, actor: actorOf(res), typed }, translator);
  sendPage(req, res, {
    ...pageOf(work, res),
    view: 'findings/recommendation',
    title: status === 200 ? page.title : translator.t('layout:errorTitle', { title: page.title }),
    status,
    model: { page, isSaved },
  });
};

const decide =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(decisionForm, req.body);
    const work = await read(needs, req, res);
    const actor = actorOf(res);
    const one = oneIn(work, req.params.nr);
    const typed = checkDecision(form, translatorOf(req));
    const { status, reason, errors } = typed;
    if (status === null || Object.keys(errors).length > 0) {
      sendOne(req, res, work, { typed, isSaved: false, status: 400 });
      return;
    }
    const seen = { evaluationId: work.evaluation.id, number: one.number, revision: form.wersja };
    const deciding = needs.findings.recommendations.decide(seen, { status, reason }, actor);
    if ((await deciding.catch(nullOnConflict)) === null) {
      const now = await read(needs, req, res);
      sendOne(req, res, now, { typed: { ...typed, isOvertaken: true }, isSaved: false, status: 409 });
      return;
    }
    res.redirect(303, `/badania/${req.params.id}/rekomendacje/${one.number}?zapisano=1`);
  };

const showRemoval =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const work = await read(needs, req, res);
    const page = presentRemoval(oneIn(work, req.params.nr), work, translatorOf(req));
    sendPage(req, res, { ...pageOf(work, res), view: 'findings/numbered/remove', title: page.title, model: { page } });
  };

const remove =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { wersja } = parseInput(removalForm, req.body);
    const { id } = req.params;
    const { number } = oneIn(await read(needs, req, res), req.params.nr);
    const seen = { evaluationId: id as EvaluationId, number, revision: wersja };
    await needs.findings.recommendations.removeRecommendation(seen);
    res.redirect(303, `/badania/${id}/rekomendacje`);
  };
