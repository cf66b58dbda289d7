import type { DeskNeeds } from '../desk-needs';
import { readComparison } from './read-comparison';

/** Institutions beside one another, without false rankings. */
export const createComparison = (needs: DeskNeeds) => ({
  /** Call once before the first request. Nothing is stored. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  readComparison: readComparison(needs),
});

export type Comparison = ReturnType<typeof createComparison>;
