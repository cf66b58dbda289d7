import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { prioritiesQuery, type PrioritiesQuery } from './inputs';
import { presentPrioritiesJson } from './present-json';
import { presentPriorities } from './present-page';
import { prioritiesRows, prioritiesSheets } from './priorities-sheets';
import type { PrioritiesWanted } from './read-priorities';

/** Importance and performance, key drivers; the address is the whole state. */
export const prioritiesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/badania/:id/waznosc', requireRole('evaluator', 'administrator'), showPriorities(needs));
  return router;
};

const orNull = (text: string): string | null => (text === '' ? null : text);

const wantedBy = (query: PrioritiesQuery, isPage: boolean): PrioritiesWanted => ({
  view: isPage && query.widok === 'mapa' ? 'map' : 'everything',
  dataset: query.zbior,
  institution: orNull(query.instytucja),
  weight: orNull(query.waga),
  filter: query.filtr,
  outcome: orNull(query.wynik),
  drivers: query.czynniki,
});

const showPriorities =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(prioritiesQuery, req.query);
    const translator = translatorOf(req);
    const isJson = query.format === 'json' || (query.format === undefined && wantsJson(req));
    const isPage = !isJson && (query.format === undefined || query.format === 'html');
    const read = await analysis.priorities.readPriorities(req.params.id as EvaluationId, wantedBy(query, isPage));
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (isJson) {
      res.json(presentPrioritiesJson(read, query));
      return;
    }
    const name = translator.t('priorities:file.name');
    if (query.format === 'xlsx') {
      send(res, 'xlsx', name, await writeWorkbook(prioritiesSheets(read, query, translator)));
      return;
    }
    if (query.format === 'csv') {
      send(res, 'csv', name, Buffer.from(writeCsv(prioritiesRows(read, query, translator))));
      return;
    }
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/priorities',
      title: translator.t('priorities:title'),
      current: 'priorities',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      scripts: ['/js/analysis/priorities.js'],
      model: { page: presentPriorities(read, query, translator) },
    });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const send = (res: Response, kind: keyof typeof TYPES, name: string, bytes: Buffer): void => {
  res.type(TYPES[kind]).set('Content-Disposition', `attachment; filename="${name}.${kind}"`).send(bytes);
};
