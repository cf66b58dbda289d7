import type { DeskNeeds } from '../desk-needs';

/** Whole data sets as files. */
export const createExports = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});
