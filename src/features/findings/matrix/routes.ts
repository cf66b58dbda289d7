import express, { type Router } from 'express';
import type { FindingsRoutesNeeds } from '../routes';

export const matrixRoutes = (_needs: FindingsRoutesNeeds): Router => express.Router();
