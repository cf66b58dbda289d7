import type { DeskNeeds } from '../desk-needs';

/** The data dictionary, and variables made of others. */
export const createVariables = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Variables = ReturnType<typeof createVariables>;
