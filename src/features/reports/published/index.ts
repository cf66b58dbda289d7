import type { EvaluationId } from '../../../platform/ids';
import type { PublishedReport } from '../domain';
import type { ReportsNeeds } from '../needs';

/** Versions of reports that were given out, for good. */
export const createPublished = (_needs: ReportsNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Newest first. */
  listPublished: (_evaluationId: EvaluationId): Promise<readonly PublishedReport[]> => Promise.resolve([]),
});

export type Published = ReturnType<typeof createPublished>;
