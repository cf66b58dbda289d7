import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** What stands behind one number, and its permanent address. */
export const numberProofRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
