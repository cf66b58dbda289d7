import express, { type Router } from 'express';
import type { Clock } from '../../platform/clock';
import type { Evaluation } from '../evaluations';
import type { Questionnaires } from '.';
import { bankRoutes } from './bank/routes';
import { editorRoutes } from './editor/routes';
import { interchangeRoutes } from './interchange/routes';
import { languagesRoutes } from './languages/routes';
import type { OpenDeskNeeds } from './open-desk';
import { proofRoutes } from './proof/routes';
import { versionsRoutes, type VersionsRoutesNeeds } from './versions/routes';

export interface QuestionnairesRoutesNeeds extends OpenDeskNeeds, VersionsRoutesNeeds {
  readonly questionnaires: Questionnaires;
  /** Newest first: where the bank's items are used, and may go. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly clock: Clock;
}

/** The pages on which questionnaires are written, checked, translated, published and exchanged; one desk for each. */
export const questionnairesRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  router.use(bankRoutes(needs), proofRoutes(needs), languagesRoutes(needs), versionsRoutes(needs));
  router.use(interchangeRoutes(needs), editorRoutes(needs));
  return router;
};
