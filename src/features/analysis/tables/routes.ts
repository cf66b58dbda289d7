import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { Translator } from '../../../platform/i18n';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { tableQuery, type TableQuery } from './inputs';
import { presentTablePage } from './present-page';
import { presentTableJson } from './present-json';
import type { ReadTable, TableWanted } from './read-table';
import { tableRows, tableSheets } from './table-sheets';

/** Tables of any question by any other; the address is the whole state. */
export const tablesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/tabele', requireRole('evaluator', 'administrator'), showTable(needs));
  return router;
};

/** Without a test nothing is significant. */
const LEVELS = { '0.05': 0.05, '0.01': 0.01, bez: 0 } as const;

const wantedBy = (query: TableQuery): TableWanted => ({
  dataset: query.zbior,
  request: {
    rows: query.wiersze,
    columns: query.kolumny,
    weight: query.waga === '' ? null : query.waga,
    filter: query.filtr,
  },
  level: LEVELS[query.test],
  reversed: query.rzetelnosc === '1' ? query.odwroc : null,
});

const showTable =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(tableQuery, req.query);
    const translator = translatorOf(req);
    const read = await analysis.readTable(req.params.id as EvaluationId, wantedBy(query));
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentTableJson(read));
      return;
    }
    if (read.table !== null && (query.format === 'xlsx' || query.format === 'csv')) {
      await sendFile(res, read, query, translator);
      return;
    }
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/show-table',
      title: translator.t('tables:title'),
      current: 'tables',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      model: { page: presentTablePage(read, query, translator) },
    });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const sendFile = async (res: Response, read: ReadTable, query: TableQuery, translator: Translator): Promise<void> => {
  const kind = query.format === 'csv' ? 'csv' : 'xlsx';
  const bytes =
    kind === 'csv'
      ? Buffer.from(writeCsv(tableRows(read, query, translator)))
      : await writeWorkbook(tableSheets(read, query, translator));
  res
    .type(TYPES[kind])
    .set('Content-Disposition', `attachment; filename="${translator.t('tables:file.name')}.${kind}"`)
    .send(bytes);
};
