import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Waves beside one another. */
export const changesRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
