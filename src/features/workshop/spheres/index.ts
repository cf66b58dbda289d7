import type { GroupId, SphereDecision } from '../domain';
import type { DeskNeeds } from '../needs';

/** Decisions about key development spheres, and the list that is published. */
export const createSphereDecisions = (_: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Oldest first; `currentDecisions` gives those that hold. */
  decisionsOf: (_group: GroupId): Promise<readonly SphereDecision[]> => Promise.resolve([]),
});

export type SphereDecisions = ReturnType<typeof createSphereDecisions>;
