import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Importance and performance, key drivers. */
export const prioritiesRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
