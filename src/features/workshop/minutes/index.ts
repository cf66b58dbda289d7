import type { MeetingId, Minutes } from '../domain';
import type { DeskNeeds } from '../needs';

/** Protokół: what a meeting heard, chose and agreed, on the page and on paper, approved by its members. */
export const createMinutes = (_: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Undefined before they are begun. */
  findMinutes: (_meeting: MeetingId): Promise<Minutes | undefined> => Promise.resolve(undefined),
});

export type MinutesDesk = ReturnType<typeof createMinutes>;
