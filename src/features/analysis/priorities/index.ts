import type { DeskNeeds } from '../desk-needs';

/** Importance and performance, key drivers. */
export const createPriorities = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Priorities = ReturnType<typeof createPriorities>;
