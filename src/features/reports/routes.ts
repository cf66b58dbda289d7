import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, speak, translatorOf } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
import type { EvaluationId } from '../../platform/ids';
import { actorOf, requireActor, type Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import type { Reports } from '.';
import type { ReportTree } from './domain';
import { editorRoutes } from './editor/routes';
import { exportsRoutes } from './exports/routes';
import { inlineFile } from './file-name';
import { filesRoutes } from './files/routes';
import { hashTree } from './hash-tree';
import { paperQuery } from './inputs';
import { may } from './policy';
import { presentDirectorHome } from './present-director-home';
import { presentFiles } from './present-home-files';
import { presentAsked, presentConcluded } from './present-home-work';
import { presentOverdue, type OverdueView } from './present-overdue';
import { presentOwnResults, type PreferredView } from './present-own-results';
import { publicPageDeskRoutes } from './public-page/routes';
import { publishedRoutes } from './published/routes';
import { institutionNotEvaluated, notForThisRole, summaryOfAll } from './problems';

export interface ReportsRoutesNeeds {
  readonly reports: Reports;
  /** What a later chapter says of preferred spheres, in words; absent: nothing. */
  readonly tellPreferred?: (evaluation: Evaluation, translator: Translator) => Promise<PreferredView>;
}

/** The summary as a file, and the home pages of those who read rather than make results. */
export const reportsRoutes = ({ reports, ...told }: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/raporty/streszczenie.pdf', requireActor, sendSummary(reports));
  router.get('/badania/:id/kwestionariusz/:kod/druk.pdf', requireActor, sendPaper(reports));
  router.get('/podsumowanie', requireActor, showDirectorHome(reports));
  router.get('/nasze-wyniki', requireActor, showOwnResults(reports, told));
  router.get('/rekomendacje', requireActor, toRecommendations(reports));
  router.use(
    editorRoutes({ reports }),
    filesRoutes({ reports }),
    exportsRoutes({ reports }),
    publishedRoutes({ reports }),
    publicPageDeskRoutes({ reports }),
  );
  return router;
};

const sendSummary =
  (reports: Reports): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const actor = actorOf(res);
    if (!may(actor, 'read-summary')) throw summaryOfAll();
    const translator = translatorOf(req);
    const material = await reports.readSummaryMaterial(actor, req.params.id as EvaluationId, translator);
    const tree = reports.composeSummary(material, translator);
    res.set({ ETag: `"${hashTree(tree)}"`, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' });
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    const values = { study: material.evaluation.shortTitle, day: material.dataCut };
    await sendFile(reports, res, tree, translator.t('reports:summary.fileName', values));
  };

const sendFile = async (reports: Reports, res: Response, tree: ReportTree, name: string): Promise<void> => {
  const { bytes } = await reports.drawReport(tree);
  res
    .type('application/pdf')
    .set('Content-Disposition', inlineFile(`${name}.pdf`))
    .send(Buffer.from(bytes));
};

/** The whole sheet speaks the language of its questions. */
const sendPaper =
  (reports: Reports): RequestHandler<{ id: string; kod: string }> =>
  async (req, res) => {
    if (!may(actorOf(res), 'print-questionnaire')) throw notForThisRole();
    const { jezyk: language, wersja: version } = parseInput(paperQuery, req.query);
    const material = await reports.readPaper(req.params.id as EvaluationId, req.params.kod, { language, version });
    speak(res, language);
    const translator = translatorOf(req);
    const values = { title: material.definition.title, version: material.definition.version };
    res.set({ 'Cache-Control': 'private, no-cache', Vary: 'Cookie' });
    await sendFile(
      reports,
      res,
      reports.composePaper(material, translator),
      translator.t('reports:paper.fileName', values),
    );
  };

const showDirectorHome =
  (reports: Reports): RequestHandler =>
  async (req, res) => {
    const actor = actorOf(res);
    if (!may(actor, 'read-director-home')) throw notForThisRole();
    const translator = translatorOf(req);
    const evaluation = await reports.readCurrentEvaluation();
    const material = await reports.readSummaryMaterial(actor, evaluation.id, translator);
    const file = await reports.drawReport(reports.composeSummary(material, translator));
    const work = await reports.readWorkFor(actor, evaluation.id, translator.t('recommendations:others'));
    const published = presentFiles(await reports.published.listPublished(evaluation.id), actor, translator);
    const concluded = presentConcluded(work, translator);
    const waiting = presentAsked(work, actor, translator).filter(({ isAwaited }) => isAwaited);
    const overdue = await readLate(reports, actor, evaluation, translator);
    show(req, res, evaluation, {
      view: 'reports/show-director-home',
      title: translator.t('reports:home.title'),
      current: 'summary',
      model: { ...presentDirectorHome({ material, file, concluded, published, waiting, overdue }, translator) },
    });
  };

const showOwnResults =
  (reports: Reports, { tellPreferred }: Omit<ReportsRoutesNeeds, 'reports'>): RequestHandler =>
  async (req, res) => {
    const actor = actorOf(res);
    if (actor.role !== 'coordinator' || !may(actor, 'read-own-results')) throw notForThisRole();
    const translator = translatorOf(req);
    const evaluation = await reports.readCurrentEvaluation();
    const institution = evaluation.institutions.find(({ code }) => code === actor.institution);
    if (!institution) throw institutionNotEvaluated();
    const material = await reports.readSummaryMaterial(actor, evaluation.id, translator);
    const work = await reports.readWorkFor(actor, evaluation.id, translator.t('recommendations:others'));
    const published = await reports.published.listPublished(evaluation.id);
    const scorecards = published.filter((one) => one.kind === 'scorecard' && one.institution === actor.institution);
    const own = {
      asked: presentAsked(work, actor, translator),
      overdue: await readLate(reports, actor, evaluation, translator),
      files: presentFiles(published, actor, translator),
      scorecard: presentFiles(scorecards, actor, translator)[0] ?? null,
      preferred: (await tellPreferred?.(evaluation, translator)) ?? null,
    };
    show(req, res, evaluation, {
      view: 'reports/show-own-results',
      title: translator.t('reports:own.title'),
      current: 'our-results',
      model: { ...presentOwnResults(material, institution, { work: own, translator }) },
    });
  };

const readLate = async (
  { readOverdue }: Reports,
  actor: Actor,
  { id }: Evaluation,
  translator: Translator,
): Promise<OverdueView | null> =>
  presentOverdue(await readOverdue(actor, id, translator.t('recommendations:others')), id, translator);

/** From pages outside a study to the recommendations of the one that runs now. */
const toRecommendations =
  (reports: Reports): RequestHandler =>
  async (_req, res) => {
    const { id } = await reports.readCurrentEvaluation();
    res.redirect(303, `/badania/${id}/rekomendacje`);
  };

interface HomePage {
  readonly view: string;
  readonly title: string;
  readonly current: string;
  readonly model: Readonly<Record<string, unknown>>;
}

const show = (req: Request, res: Response, { id, shortTitle, demonstration }: Evaluation, page: HomePage): void => {
  sendPage(req, res, {
    layout: 'top-bar',
    ...page,
    study: { id, title: shortTitle },
    demonstration,
    scripts: ['/js/figures/draw-figures.js'],
  });
};
