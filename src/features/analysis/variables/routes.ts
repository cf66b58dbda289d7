import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** The data dictionary, and variables made of others. */
export const variablesRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
