import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Weights to population totals, kept as named versions. */
export const weightsRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
