import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import type { Translator } from '../../../platform/i18n';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { dictionaryRows, dictionarySheets } from './dictionary-sheets';
import { makeVariable, postMade } from './make-handlers';
import { dictionaryQuery, type DictionaryQuery } from './inputs';
import { presentCodebook, presentDictionaryJson } from './present-codebook';
import { presentDictionary } from './present-dictionary';
import type { Dictionary, DictionaryWanted } from './read-dictionary';
import { postChanged, postDeleted, postRestored, showVariable } from './variable-handlers';

/** The data dictionary, and variables made of others. */
export const variablesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const people = requireRole('evaluator', 'administrator');
  router.get('/badania/:id/zmienne', people, showDictionary(needs));
  router.get('/badania/:id/zmienne/nowa', people, makeVariable(needs));
  router.post('/badania/:id/zmienne/nowa', people, postMade(needs));
  router.get('/badania/:id/zmienne/:nazwa', people, showVariable(needs));
  router.post('/badania/:id/zmienne/:nazwa', people, postChanged(needs));
  router.post('/badania/:id/zmienne/:nazwa/usun', people, postDeleted(needs));
  router.post('/badania/:id/zmienne/:nazwa/przywroc', people, postRestored(needs));
  return router;
};

/** Files hold every variable that the filter lets through; pages a part of them. */
const wantedBy = (query: DictionaryQuery, isPage: boolean): DictionaryWanted => ({
  dataset: query.zbior,
  words: query.q.trim(),
  kind: query.rodzaj === '' ? null : query.rodzaj,
  origin: query.pochodzenie === '' ? null : query.pochodzenie,
  page: isPage ? query.strona : null,
});

const showDictionary =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(dictionaryQuery, req.query);
    const translator = translatorOf(req);
    const format = query.format ?? (wantsJson(req) ? 'json' : 'html');
    const wanted = wantedBy(query, format === 'html');
    const dictionary = await analysis.variables.readDictionary(req.params.id as EvaluationId, wanted);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (format === 'json') res.json(presentDictionaryJson(dictionary));
    else if (format !== 'html') await sendFile(res, format, dictionary, translator);
    else
      sendPage(req, res, {
        layout: 'staff',
        view: 'analysis/variables',
        title: translator.t('variables:title'),
        current: 'variables',
        study: { id: dictionary.evaluation.id, title: dictionary.evaluation.shortTitle },
        demonstration: dictionary.evaluation.demonstration,
        model: { page: presentDictionary(dictionary, query, translator) },
      });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  ksiazka: 'application/json; charset=utf-8',
} as const;

const sendFile = async (
  res: Response,
  format: keyof typeof TYPES,
  dictionary: Dictionary,
  translator: Translator,
): Promise<void> => {
  const name = `${translator.t('variables:file.name')}-${dictionary.dataset.code.replace(/[^\w.-]/g, '_')}`;
  res
    .type(TYPES[format])
    .set('Content-Disposition', `attachment; filename="${name}.${format === 'ksiazka' ? 'json' : format}"`)
    .send(await bytesOf(format, dictionary, translator));
};

const bytesOf = (format: keyof typeof TYPES, dictionary: Dictionary, translator: Translator): Promise<Buffer> => {
  switch (format) {
    case 'xlsx':
      return writeWorkbook(dictionarySheets(dictionary, translator));
    case 'csv':
      return Promise.resolve(Buffer.from(writeCsv(dictionaryRows(dictionary, translator))));
    case 'ksiazka':
      return Promise.resolve(Buffer.from(JSON.stringify(presentCodebook(dictionary, translator), null, 1)));
  }
};
