import express, { type Router } from 'express';
import type { AnalysisRoutesNeeds } from '../routes';

export const exportsRoutes = (_needs: AnalysisRoutesNeeds): Router => express.Router();
