import type { DeskNeeds } from '../needs';

/** Invitations to meetings, by mail with a calendar file. */
export const createInvitations = (_: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Invitations = ReturnType<typeof createInvitations>;
