import type { EvaluationId } from '../../../platform/ids';
import type { StoredReport } from '../domain';
import type { ReportsNeeds } from '../needs';

/** Reports while they are written. */
export const createEditor = (_needs: ReportsNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** In the order of making. */
  listReports: (_evaluationId: EvaluationId): Promise<readonly StoredReport[]> => Promise.resolve([]),
});

export type Editor = ReturnType<typeof createEditor>;
