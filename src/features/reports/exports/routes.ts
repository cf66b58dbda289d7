import express, { type RequestHandler, type Router } from 'express';
import { translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeWorkbook } from '../../../platform/spreadsheet';
import { actorOf, requireActor } from '../../accounts';
import type { ReportId } from '../domain';
import type { ReportsRoutesNeeds } from '../routes';
import { annexSheets } from './annex-sheets';

/** All tables of a published report as a workbook. */
export const exportsRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/raporty/:raport/wersje/:nr.xlsx', requireActor, sendAnnex(needs));
  return router;
};

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sendAnnex =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<{ id: string; raport: string; nr: string }> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const annex = await reports.readAnnex(actorOf(res), {
      evaluation: req.params.id as EvaluationId,
      report: req.params.raport as ReportId,
      version: Number(req.params.nr),
    });
    const sheets = annexSheets(annex, translator);
    const name = translator.t('exports:annex.file');
    res
      .type(WORKBOOK)
      .set('Content-Disposition', `attachment; filename="${name}-${annex.version.id}.xlsx"`)
      .set('Cache-Control', 'private, no-cache')
      .send(await writeWorkbook(sheets));
  };
