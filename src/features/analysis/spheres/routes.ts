import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Development spheres as clients, local governments and experts rank them. */
export const spheresRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
