import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { EvaluationMatrix } from '../domain';

export interface MatrixNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
}

/** What evaluations are commissioned to answer; judged in the chapter of findings, which knows the numbers. */
export const createMatrix = (_needs: MatrixNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Empty until somebody writes it. */
  readMatrix: (evaluationId: EvaluationId): Promise<EvaluationMatrix> =>
    Promise.resolve({ evaluationId, objectives: [], rows: [], approved: null, revision: 0 }),
});

export type Matrix = ReturnType<typeof createMatrix>;
