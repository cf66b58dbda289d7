import express, { type Router } from 'express';
import type { Findings } from '.';
import { conclusionsRoutes } from './conclusions/routes';
import { matrixRoutes } from './matrix/routes';
import { recommendationsRoutes } from './recommendations/routes';

export interface FindingsRoutesNeeds {
  readonly findings: Findings;
}

/** The matrix, findings, conclusions and recommendations of an evaluation. */
export const findingsRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  router.use(matrixRoutes(needs), conclusionsRoutes(needs), recommendationsRoutes(needs));
  return router;
};
