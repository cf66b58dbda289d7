import express, { type Router } from 'express';
import type { ReportsRoutesNeeds } from '../routes';

export const publishedRoutes = (_needs: ReportsRoutesNeeds): Router => express.Router();
