import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const spheresRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
