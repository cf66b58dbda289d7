import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const agreementsRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
