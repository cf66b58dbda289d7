import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const invitationsRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
