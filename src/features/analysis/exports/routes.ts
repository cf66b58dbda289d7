import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type RequestHandler, type Router } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { dataLines } from './data-lines';
import { dataQuery } from './inputs';

/** Whole data sets as files. Raw answers: only for those who work with them anyway. */
export const exportsRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/dane.csv', requireRole('evaluator', 'administrator'), sendData(needs));
  return router;
};

const sendData =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { zbior, wartosci } = parseInput(dataQuery, req.query);
    const translator = translatorOf(req);
    const { dataset } = await analysis.exports.openData(req.params.id as EvaluationId, zbior);
    const name = `${translator.t('exports:file')}-${dataset.code.replaceAll(/[^A-Za-z0-9_-]/g, '')}`;
    res
      .type('text/csv; charset=utf-8')
      .set('Content-Disposition', `attachment; filename="${name}.csv"`)
      .set('Cache-Control', 'no-store');
    try {
      await pipeline(Readable.from(dataLines(dataset, wartosci, translator)), res);
    } catch (error) {
      // Whoever went away in the middle needs no answer any more.
      if (!res.destroyed) throw error;
    }
  };
