import type { DeskNeeds } from '../desk-needs';

/** Open answers, listed and searched. */
export const createTexts = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Texts = ReturnType<typeof createTexts>;
