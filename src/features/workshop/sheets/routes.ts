import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const sheetsRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
