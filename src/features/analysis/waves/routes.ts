import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Taking in an older study by page. */
export const wavesRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
