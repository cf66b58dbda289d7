import express, { type Router } from 'express';
import type { Cooperation } from '.';

export interface CooperationRoutesNeeds {
  readonly cooperation: Cooperation;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

/** The register of what was agreed and recommended. */
export const cooperationRoutes = (_: CooperationRoutesNeeds): Router => express.Router();
