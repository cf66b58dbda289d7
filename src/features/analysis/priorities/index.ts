import type { DeskNeeds } from '../desk-needs';
import { readPriorities } from './read-priorities';

/** Importance and performance, key drivers. */
export const createPriorities = (needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  readPriorities: readPriorities(needs),
});

export type Priorities = ReturnType<typeof createPriorities>;
