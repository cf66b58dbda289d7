import type { DeskNeeds } from '../desk-needs';

/** Weights to population totals, kept as named versions. */
export const createWeights = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Weights = ReturnType<typeof createWeights>;
