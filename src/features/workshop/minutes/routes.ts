import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const minutesRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
