import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import { emptyMatrix, type EvaluationMatrix } from '../domain';

type MatrixDocument = Omit<EvaluationMatrix, 'evaluationId'> & { _id: EvaluationId };

export type MatrixStore = ReturnType<typeof createMatrixStore>;

/** One document for each evaluation: a matrix is read and changed as a whole. */
export const createMatrixStore = (connection: Connection) => {
  const matrices = connection.collection<MatrixDocument>('evaluationMatrices');
  return {
    /** Empty until somebody writes it. */
    read: async (evaluationId: EvaluationId): Promise<EvaluationMatrix> => {
      const found = await matrices.findOne({ _id: evaluationId });
      if (found === null) return emptyMatrix(evaluationId);
      const { _id, ...rest } = found;
      return { evaluationId: _id, ...rest };
    },

    /** True when the matrix still was what the new one was made of, and now is the new one. */
    replace: async (before: EvaluationMatrix, after: EvaluationMatrix): Promise<boolean> => {
      const { evaluationId: _id, ...rest } = after;
      if (before.revision > 0) {
        const { matchedCount } = await matrices.updateOne({ _id, revision: before.revision }, { $set: rest });
        return matchedCount === 1;
      }
      return insertOnce(matrices.insertOne({ _id, ...rest }));
    },
  };
};
