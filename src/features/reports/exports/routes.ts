import express, { type Router } from 'express';
import type { ReportsRoutesNeeds } from '../routes';

export const exportsRoutes = (_needs: ReportsRoutesNeeds): Router => express.Router();
