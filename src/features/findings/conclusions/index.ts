import type { EvaluationId } from '../../../platform/ids';
import type { Conclusion } from '../domain';
import type { FindingsNeeds } from '../needs';

export const createConclusions = (_needs: FindingsNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** By number. */
  listConclusions: (_evaluationId: EvaluationId): Promise<readonly Conclusion[]> => Promise.resolve([]),
});

export type Conclusions = ReturnType<typeof createConclusions>;
