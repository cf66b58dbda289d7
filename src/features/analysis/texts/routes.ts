import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

/** Open answers, listed and searched. */
export const textsRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
