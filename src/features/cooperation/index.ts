import type { EvaluationId } from '../../platform/ids';
import type { CarriedItem, GroupId } from '../workshop';
import type { RegisterEntry } from './domain';
import type { CooperationNeeds } from './needs';

export type * from './domain';
export type { CooperationNeeds } from './needs';

/** What came of it: recommendations and agreements followed until they are done, and what the next wave says. */
export const createCooperation = (needs: CooperationNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Recommendations by number, then agreements by number. */
  listRegister: (_id: EvaluationId): Promise<readonly RegisterEntry[]> => Promise.resolve([]),
  /** What meetings of the group before this moment agreed, and how it stands now. */
  readCarried: (_group: GroupId, _before: Date): Promise<readonly CarriedItem[]> => Promise.resolve([]),
  readEvaluation: needs.readEvaluation,
});

export type Cooperation = ReturnType<typeof createCooperation>;
