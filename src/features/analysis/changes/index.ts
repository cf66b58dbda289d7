import type { DeskNeeds } from '../desk-needs';

/** Waves beside one another. */
export const createChanges = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Changes = ReturnType<typeof createChanges>;
