import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Evaluation } from './domain';

type EvaluationDocument = Omit<Evaluation, 'id'> & { _id: EvaluationId; createdAt: Date };

const toEvaluation = ({ _id: id, createdAt: _createdAt, ...rest }: EvaluationDocument): Evaluation => ({ id, ...rest });

export const createEvaluationsStore = (connection: Connection) => {
  const evaluations = connection.collection<EvaluationDocument>('evaluations');
  return {
    add: async ({ id, ...rest }: Evaluation, createdAt: Date): Promise<void> => {
      await evaluations.insertOne({ _id: id, ...rest, createdAt });
    },

    find: async (id: EvaluationId): Promise<Evaluation | undefined> => {
      const found = await evaluations.findOne({ _id: id });
      return found === null ? undefined : toEvaluation(found);
    },

    /** Newest first. */
    all: async (): Promise<readonly Evaluation[]> =>
      (await evaluations.find().sort({ createdAt: -1, _id: 1 }).toArray()).map(toEvaluation),
  };
};
