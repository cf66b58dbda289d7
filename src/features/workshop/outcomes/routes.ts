import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const outcomesRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
