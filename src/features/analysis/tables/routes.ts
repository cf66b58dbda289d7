import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { Translator } from '../../../platform/i18n';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { tableForm, type TableForm } from './inputs';
import { presentTablePage } from './present-page';
import { presentTableJson } from './present-json';
import type { ReadTable } from './read-table';
import { queryOfForm, tableAddress } from './table-address';
import { tableRows, tableSheets } from './table-sheets';
import { viewRoutes } from './view-routes';
import { wantedBy } from './wanted-by';

/** Tables of any question by any other; the address is the whole state. */
export const tablesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/tabele', requireRole('evaluator', 'administrator'), showTable(needs));
  router.use(viewRoutes(needs));
  return router;
};

const showTable =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const form = parseInput(tableForm, req.query);
    if (form.formularz === '1') {
      sendToState(res, req.params.id, form);
      return;
    }
    const translator = translatorOf(req);
    const read = await analysis.readTable(req.params.id as EvaluationId, wantedBy(form));
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (form.format === 'json' || (form.format === undefined && wantsJson(req))) {
      res.json(presentTableJson(read));
      return;
    }
    if (read.table !== null && (form.format === 'xlsx' || form.format === 'csv')) {
      await sendFile(res, read, form, translator);
      return;
    }
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/show-table',
      title: translator.t('tables:title'),
      current: 'tables',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      scripts: ['/js/analysis/tables.js'],
      model: { page: presentTablePage(read, form, translator) },
    });
  };

/** The form's many fields become a short address that can be kept; a variable to be divided is asked about there. */
const sendToState = (res: Response, evaluationId: string, form: TableForm): void => {
  const address = tableAddress(evaluationId, queryOfForm(form));
  const isUndecided = form.zmienna !== '' && (form.kod.length === 0 || form.akcja === '');
  const asking = `${address.includes('?') ? '&' : '?'}zmienna=${encodeURIComponent(form.zmienna)}#kategorie`;
  res.redirect(303, isUndecided ? `${address}${asking}` : address);
};

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const sendFile = async (res: Response, read: ReadTable, form: TableForm, translator: Translator): Promise<void> => {
  const kind = form.format === 'csv' ? 'csv' : 'xlsx';
  const bytes =
    kind === 'csv'
      ? Buffer.from(writeCsv(tableRows(read, form, translator)))
      : await writeWorkbook(tableSheets(read, form, translator));
  res
    .type(TYPES[kind])
    .set('Content-Disposition', `attachment; filename="${translator.t('tables:file.name')}.${kind}"`)
    .send(bytes);
};
