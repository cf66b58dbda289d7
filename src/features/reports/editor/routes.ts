import express, { type Router } from 'express';
import type { ReportsRoutesNeeds } from '../routes';

export const editorRoutes = (_needs: ReportsRoutesNeeds): Router => express.Router();
