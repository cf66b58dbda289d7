import type { DeskNeeds } from '../desk-needs';

/** What stands behind one number, and its permanent address. */
export const createNumberProof = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type NumberProof = ReturnType<typeof createNumberProof>;
