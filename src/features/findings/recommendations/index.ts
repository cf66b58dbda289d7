import type { EvaluationId } from '../../../platform/ids';
import type { Recommendation } from '../domain';
import type { FindingsNeeds } from '../needs';

export const createRecommendations = (_needs: FindingsNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** By number. */
  listRecommendations: (_evaluationId: EvaluationId): Promise<readonly Recommendation[]> => Promise.resolve([]),
});

export type Recommendations = ReturnType<typeof createRecommendations>;
