import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const groupRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
