import express, { type Router } from 'express';
import type { VersionId } from '../../../platform/ids';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import { readingRoles, writingRoles } from '../policy';
import type { QuestionnairesRoutesNeeds } from '../routes';
import type { PreviewNeeds } from './draw-preview';
import { actOnVersions, showDifference, showHistory } from './history-handlers';
import { answerInside, showInside, showPreview } from './preview-handlers';
import { askBeforePublishing, publish } from './publication-handlers';

/** What this desk needs beside what all desks share. */
export interface VersionsRoutesNeeds extends PreviewNeeds {
  /** Responses to one version, filled in to the end. */
  readonly countOfVersion: (id: EvaluationId, version: VersionId) => Promise<number>;
}

/** Published versions and their differences, review, publishing, closing, and the preview of the draft. */
export const versionsRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  const home = '/badania/:id/kwestionariusz/:kod';
  const readers = requireRole(...readingRoles);
  const writers = requireRole(...writingRoles);
  const act = actOnVersions(needs);
  router.get(`${home}/wersje`, readers, showHistory(needs));
  router.post(`${home}/wersje/uwagi`, writers, act.sendToReview);
  router.post(`${home}/wersje/cofniecie`, writers, act.takeBack);
  router.post(`${home}/wersje/zamkniecie`, writers, act.close);
  router.post(`${home}/wersje/otwarcie`, writers, act.reopen);
  router.get(`${home}/wersje/:nr`, readers, showDifference(needs));
  router.get(`${home}/publikacja`, writers, askBeforePublishing(needs));
  router.post(`${home}/publikacja`, writers, publish(needs));
  router.get(`${home}/podglad`, readers, showPreview(needs));
  router.get(`${home}/podglad/strona`, readers, showInside(needs));
  router.post(`${home}/podglad/strona`, readers, answerInside(needs));
  return router;
};
