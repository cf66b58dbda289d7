import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../platform/http';
import type { EvaluationId } from '../../platform/ids';
import { actorOf, requireRole } from '../accounts';
import type { Analysis } from '.';
import { filterOf, resultsQuery } from './inputs';
import { readingRoles } from './policy';
import { changesRoutes } from './changes/routes';
import { comparisonRoutes } from './comparison/routes';
import { exportsRoutes } from './exports/routes';
import { numberProofRoutes } from './number-proof/routes';
import { publicationsRoutes } from './publications/routes';
import { prioritiesRoutes } from './priorities/routes';
import { spheresRoutes } from './spheres/routes';
import { tablesRoutes } from './tables/routes';
import { textsRoutes } from './texts/routes';
import { variablesRoutes } from './variables/routes';
import { wavesRoutes } from './waves/routes';
import { weightsRoutes } from './weights/routes';
import { presentFigureJson, presentFigures, presentJson, presentResults } from './present';

export interface AnalysisRoutesNeeds {
  readonly analysis: Analysis;
}

/** The results of an evaluation as a page, as JSON and figure by figure, and the desks of analysis. */
export const analysisRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/wyniki', requireRole(...readingRoles), showResults(needs));
  router.use(
    tablesRoutes(needs),
    numberProofRoutes(needs),
    publicationsRoutes(needs),
    comparisonRoutes(needs),
    changesRoutes(needs),
  );
  router.use(prioritiesRoutes(needs), spheresRoutes(needs), textsRoutes(needs));
  router.use(variablesRoutes(needs), weightsRoutes(needs), wavesRoutes(needs), exportsRoutes(needs));
  return router;
};

const showResults =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(resultsQuery, req.query);
    const translator = translatorOf(req);
    const actor = actorOf(res);
    const read = await analysis.readResults(actor, req.params.id as EvaluationId, filterOf(query));
    const { evaluation, results } = read;
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    const isJson = query.format === 'json' || (query.format === undefined && wantsJson(req));
    if (isJson && query.figura === undefined) {
      res.json(presentJson(read));
      return;
    }
    await analysis.wordResults(actor, read, translator);
    if (query.figura !== undefined) {
      const sections = presentFigures(results, evaluation, translator);
      res.json(presentFigureJson(evaluation, results, { sections, id: query.figura }));
      return;
    }
    sendPage(req, res, {
      layout: actor.role === 'evaluator' || actor.role === 'administrator' ? 'staff' : 'top-bar',
      view: 'analysis/read-results',
      title: translator.t('analysis:page.title'),
      current: 'results',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      scripts: ['/js/analysis/results.js'],
      model: presentResults(read, translator) as unknown as Readonly<Record<string, unknown>>,
    });
  };
