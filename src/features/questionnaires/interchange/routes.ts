import express, { type Router } from 'express';
import type { QuestionnairesRoutesNeeds } from '../routes';

export const interchangeRoutes = (_needs: QuestionnairesRoutesNeeds): Router => express.Router();
