import express, { type Router } from 'express';
import type { WorkshopRoutesNeeds } from '../routes';

export const attendanceRoutes = (_: WorkshopRoutesNeeds): Router => express.Router();
