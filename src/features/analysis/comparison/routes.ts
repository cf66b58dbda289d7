import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { Translator } from '../../../platform/i18n';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { comparisonRows, comparisonSheets } from './comparison-sheets';
import { comparisonQuery } from './inputs';
import { presentComparisonJson } from './present-json';
import { presentComparisonPage } from './present-page';
import type { ReadComparison } from './read-comparison';

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
    const translator = translatorOf(req);
    const read = await analysis.comparison.readComparison(req.params.id as EvaluationId, query);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentComparisonJson(read));
      return;
    }
    if (read.comparison !== null && (query.format === 'xlsx' || query.format === 'csv')) {
      await sendFile(res, read, query.format, translator);
      return;
    }
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/comparison',
      title: translator.t('comparison:title.page'),
      current: 'comparison',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      model: { page: presentComparisonPage(read, query, translator) },
    });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const sendFile = async (
  res: Response,
  read: ReadComparison,
  kind: 'xlsx' | 'csv',
  translator: Translator,
): Promise<void> => {
  const bytes =
    kind === 'csv'
      ? Buffer.from(writeCsv(comparisonRows(read, translator)))
      : await writeWorkbook(comparisonSheets(read, translator));
  res
    .type(TYPES[kind])
    .set('Content-Disposition', `attachment; filename="${translator.t('comparison:file.name')}.${kind}"`)
    .send(bytes);
};
