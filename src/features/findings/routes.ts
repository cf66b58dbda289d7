import express, { type Router } from 'express';
import type { Findings } from '.';
import { conclusionsRoutes } from './conclusions/routes';
import { findingPageRoutes } from './finding-routes';
import { findingFormRoutes } from './form-routes';
import { findingListRoutes } from './list-routes';
import { matrixRoutes } from './matrix/routes';
import { recommendationsRoutes } from './recommendations/routes';

export interface FindingsRoutesNeeds {
  readonly findings: Findings;
}

/** The matrix, findings, conclusions and recommendations of an evaluation. */
export const findingsRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  router.use(matrixRoutes(needs), conclusionsRoutes(needs), recommendationsRoutes(needs));
  router.use(findingListRoutes(needs), findingFormRoutes(needs), findingPageRoutes(needs));
  return router;
};
