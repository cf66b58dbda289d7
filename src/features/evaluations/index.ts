import type { Clock } from '../../platform/clock';
import { newId, type EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Evaluation, ProtectionChange, ResultsClosing } from './domain';
import { finishResults, type FinishResults } from './results/finish-results';
import { createMatrix, type Matrix } from './matrix';
import { changedMeanwhile, notFound } from './problems';
import { createEvaluationsStore } from './store';

export {
  fieldworkStage,
  SMALLEST_GROUP,
  type EvaluatedInstitution,
  type Evaluation,
  type FieldworkStage,
  type ProtectionChange,
  type ResultsClosing,
  type ResultState,
} from './domain';
export type { Matrix, MatrixOutcome } from './matrix';
export { managingRoles } from './policy';
export type { OpenLink } from './present';

/** Without an id of its own it gets a new one. */
export type NewEvaluation = Omit<Evaluation, 'id'> & { readonly id?: EvaluationId };

/** Why we ask: the evaluations of a region's support system. */
export interface Evaluations {
  readonly createEvaluation: (evaluation: NewEvaluation) => Promise<Evaluation>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /**
   * Groups smaller than this are hidden from now on.
   *
   * @throws Problem `evaluations.not-found` · `evaluations.changed-meanwhile`
   */
  readonly changeSmallestGroup: (id: EvaluationId, before: number, after: number, by: string) => Promise<void>;
  /** Oldest first. */
  readonly readProtectionLog: (id: EvaluationId) => Promise<readonly ProtectionChange[]>;
  /**
   * Results are final from now on, for good.
   *
   * @throws Problem `evaluations.not-found` · `evaluations.already-final` · `evaluations.day-out-of-range`
   */
  readonly finishResults: FinishResults;
  /** Oldest first. */
  readonly readResultLog: (id: EvaluationId) => Promise<readonly ResultsClosing[]>;
  /** Newest first. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly matrix: Matrix;
}

export interface EvaluationsNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
}

export const createEvaluations = ({ connection, clock }: EvaluationsNeeds): Evaluations => {
  const store = createEvaluationsStore(connection);
  return {
    createEvaluation: async (evaluation) => {
      const created = { id: newId<'evaluation'>(), ...evaluation };
      await store.add(created, clock.now());
      return created;
    },
    readEvaluation: async (id) => {
      const evaluation = await store.find(id);
      if (evaluation === undefined) throw notFound();
      return evaluation;
    },
    changeSmallestGroup: async (id, before, after, by) => {
      const isChanged = await store.setSmallestGroup(id, before, { smallestGroup: after, by, at: clock.now() });
      if (!isChanged) throw changedMeanwhile();
    },
    readProtectionLog: store.protectionLog,
    finishResults: finishResults({ store, clock }),
    readResultLog: store.resultLog,
    listEvaluations: store.all,
    matrix: createMatrix({ connection, clock }),
  };
};
