import express, { type Router } from 'express';
import { requireRole } from '../../accounts';
import { writingRoles } from '../policy';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { addItem, moveItem, showFirst, showItem, undo } from './item-handlers';
import { postItem } from './save-handlers';

/** The desk where a questionnaire is written: outline, form, settings. */
export const editorRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole(...writingRoles);
  const desk = '/badania/:id/kwestionariusz/:kod' as const;
  router.get(desk, writers, showFirst(needs));
  router.get(`${desk}/pytania`, writers, showFirst(needs));
  router.post(`${desk}/pytania`, writers, addItem(needs));
  router.get(`${desk}/pytania/:pozycja`, writers, showItem(needs));
  router.post(`${desk}/pytania/:pozycja`, writers, postItem(needs));
  router.post(`${desk}/pytania/:pozycja/przenies`, writers, moveItem(needs));
  router.post(`${desk}/cofnij`, writers, undo(needs));
  return router;
};
