import type { GroupId, SphereDecision } from '../domain';
import type { DeskNeeds } from '../needs';
import { decide } from './decide';
import { openList, publishList, readStamp } from './publish-list';
import { readPreferred } from './read-preferred';
import { readDesk } from './read-desk';
import { createSphereDecisionStore } from './store';

export type { DecisionWords, WantedDecision } from './decide';
export { presentPreferred, type PreferredView } from './present-preferred';
export type { PreferredSpheres } from './read-preferred';

/** Decisions about key development spheres, and the list that is published. */
export const createSphereDecisions = (given: DeskNeeds) => {
  const store = createSphereDecisionStore(given.connection);
  const needs = { ...given, store };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** Oldest first; `currentDecisions` gives those that hold. */
    decisionsOf: (group: GroupId): Promise<readonly SphereDecision[]> => store.ofGroup(group),
    decide: decide(needs),
    readDesk: readDesk(needs),
    /** What `publishList` is asked with, where no page showed the list before. */
    readStamp: readStamp(needs),
    publishList: publishList(needs),
    openList: openList(needs),
    readPreferred: readPreferred(needs),
  };
};

export type SphereDecisions = ReturnType<typeof createSphereDecisions>;
