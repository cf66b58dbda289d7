import type { EvaluationId } from '../../platform/ids';
import { createConclusions } from './conclusions';
import type { Finding } from './domain';
import { createMatrixDesk } from './matrix';
import type { FindingsNeeds } from './needs';
import { createRecommendations } from './recommendations';

export type * from './domain';
export type { JudgedMatrix, JudgedRow } from './matrix';
export type { FindingsNeeds } from './needs';

/** What we conclude: findings from data, conclusions from findings, recommendations from conclusions. */
export const createFindings = (needs: FindingsNeeds) => {
  const conclusions = createConclusions(needs);
  const recommendations = createRecommendations(needs);
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await conclusions.ensureIndexes();
      await recommendations.ensureIndexes();
    },
    /** By number. */
    listFindings: (_evaluationId: EvaluationId): Promise<readonly Finding[]> => Promise.resolve([]),
    matrix: createMatrixDesk(needs),
    conclusions,
    recommendations,
    readEvaluation: needs.readEvaluation,
  };
};

export type Findings = ReturnType<typeof createFindings>;
