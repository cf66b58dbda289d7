import type { Clock } from '../../platform/clock';
import { newId, type EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Evaluation } from './domain';
import { notFound } from './problems';
import { createEvaluationsStore } from './store';

export {
  fieldworkStage,
  type EvaluatedInstitution,
  type Evaluation,
  type FieldworkStage,
  type ResultState,
} from './domain';
export { managingRoles } from './policy';
export type { OpenLink } from './present';

/** Without an id of its own it gets a new one. */
export type NewEvaluation = Omit<Evaluation, 'id'> & { readonly id?: EvaluationId };

/** Why we ask: the evaluations of a region's support system. */
export interface Evaluations {
  readonly createEvaluation: (evaluation: NewEvaluation) => Promise<Evaluation>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** Newest first. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
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
    listEvaluations: store.all,
  };
};
