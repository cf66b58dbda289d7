import express, { type Router } from 'express';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { approve, showApproval } from './approval-handlers';
import { savePairs, showPairs } from './comparability-handlers';
import { askForFiles, discard, replaceFiles, showFiles, takeFiles } from './files-handlers';
import { askBeforeRemoval, listWaves, removeWave } from './list-handlers';
import { saveMatching, showMatching } from './matching-handlers';

/** Taking in an older study by page, step by step; and the waves there are. */
export const wavesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const staff = requireRole('evaluator', 'administrator');
  const all = '/badania/:id/fale';
  router.get(`${all}/wczytane`, staff, listWaves(needs));
  router.get(`${all}/wczytane/:kod/usun`, staff, askBeforeRemoval(needs));
  router.post(`${all}/wczytane/:kod/usun`, staff, removeWave(needs));

  router.get(`${all}/wczytaj`, staff, askForFiles(needs));
  router.post(`${all}/wczytaj`, staff, takeFiles(needs));
  const draft = `${all}/wczytaj/:szkic`;
  router.get(draft, staff, showMatching(needs));
  router.post(draft, staff, saveMatching(needs));
  router.get(`${draft}/pliki`, staff, showFiles(needs));
  router.post(`${draft}/pliki`, staff, replaceFiles(needs));
  router.get(`${draft}/porownywalnosc`, staff, showPairs(needs));
  router.post(`${draft}/porownywalnosc`, staff, savePairs(needs));
  router.get(`${draft}/zatwierdzenie`, staff, showApproval(needs));
  router.post(`${draft}/zatwierdzenie`, staff, approve(needs));
  router.post(`${draft}/usun`, staff, discard(needs));
  return router;
};
