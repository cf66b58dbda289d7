import express, { type RequestHandler, type Router } from 'express';
import { parseInput, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { comparisonQuery } from './inputs';
import { presentComparisonJson } from './present-json';

/** Institutions beside one another, without false rankings; the address is the whole state. */
export const comparisonRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/porownanie', requireRole('evaluator', 'administrator'), showComparison(needs));
  return router;
};

const showComparison =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(comparisonQuery, req.query);
    const read = await analysis.comparison.readComparison(req.params.id as EvaluationId, query);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentComparisonJson(read));
      return;
    }
    translatorOf(req);
    res.json(presentComparisonJson(read));
  };
