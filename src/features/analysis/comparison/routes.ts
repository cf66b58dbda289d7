import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Institutions beside one another, without false rankings. */
export const comparisonRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
