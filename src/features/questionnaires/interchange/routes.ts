import express, { type Router } from 'express';
import { requireRole } from '../../accounts';
import { readingRoles, writingRoles } from '../policy';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { sendJson, sendPrevious, sendXlsForm, showFiles } from './files-handlers';
import { confirmReplace, showReport, takeFile } from './import-handlers';
import { publishedSchema } from './inputs';
import { askForFile, confirmNew, showNewReport, takeNewFile } from './new-handlers';

/** Questionnaires as files, out and in; a file changes nothing before somebody has read its report. */
export const interchangeRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole(...readingRoles);
  const writers = requireRole(...writingRoles);
  const schema = JSON.stringify(publishedSchema());
  router.get('/schematy/kwestionariusz.json', (_req, res) => {
    res.type('application/schema+json').set('Cache-Control', 'public, max-age=3600').send(schema);
  });

  const all = '/badania/:id/kwestionariusz';
  router.get(`${all}/wczytaj`, writers, askForFile(needs));
  router.post(`${all}/wczytaj`, writers, takeNewFile(needs));
  router.get(`${all}/wczytaj/:plik`, writers, showNewReport(needs));
  router.post(`${all}/wczytaj/:plik`, writers, confirmNew(needs));

  const home = `${all}/:kod/pliki`;
  router.get(home, readers, showFiles(needs));
  router.get(`${home}/kwestionariusz.xlsx`, readers, sendXlsForm(needs));
  router.get(`${home}/kwestionariusz.json`, readers, sendJson(needs));
  router.post(`${home}/wczytanie`, writers, takeFile(needs));
  router.get(`${home}/wczytanie/:plik`, writers, showReport(needs));
  router.post(`${home}/wczytanie/:plik`, writers, confirmReplace(needs));
  router.get(`${home}/wczytanie/:plik/poprzedni.json`, writers, sendPrevious(needs));
  return router;
};
