import type { DeskNeeds } from '../desk-needs';

/** Institutions beside one another, without false rankings. */
export const createComparison = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Comparison = ReturnType<typeof createComparison>;
