import type { MeetingId, Outcome } from '../domain';
import type { DeskNeeds } from '../needs';

/** What the group made of each proposal, with the reason. */
export const createOutcomes = (_: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  outcomesOf: (_meeting: MeetingId): Promise<readonly Outcome[]> => Promise.resolve([]),
});

export type Outcomes = ReturnType<typeof createOutcomes>;
