import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { spheresQuery } from './inputs';
import { presentSpheresJson } from './present-json';
import { presentSpheres } from './present-page';
import { spheresRows, spheresSheets } from './spheres-sheets';

/** Development spheres as clients, local governments and experts rank them. */
export const spheresRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/sfery', requireRole('evaluator', 'administrator'), showSpheres(needs));
  return router;
};

const showSpheres =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { zbior, format } = parseInput(spheresQuery, req.query);
    const translator = translatorOf(req);
    const read = await analysis.spheres.readSpheres(req.params.id as EvaluationId, zbior === '' ? null : zbior);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (format === 'json' || (format === undefined && wantsJson(req))) {
      res.json(presentSpheresJson(read));
      return;
    }
    const name = translator.t('spheres:file.name');
    if (format === 'xlsx') {
      send(res, 'xlsx', name, await writeWorkbook(spheresSheets(read, translator)));
      return;
    }
    if (format === 'csv') {
      send(res, 'csv', name, Buffer.from(writeCsv(spheresRows(read, translator))));
      return;
    }
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/spheres',
      title: translator.t('spheres:title'),
      current: 'spheres',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      model: { page: presentSpheres(read, translator) },
    });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const send = (res: Response, kind: keyof typeof TYPES, name: string, bytes: Buffer): void => {
  res.type(TYPES[kind]).set('Content-Disposition', `attachment; filename="${name}.${kind}"`).send(bytes);
};
