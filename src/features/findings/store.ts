import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Finding, FindingId } from './domain';

type FindingDocument = Omit<Finding, 'id'> & { _id: FindingId };

interface NumberDocument {
  _id: EvaluationId;
  last: number;
}

const toFinding = ({ _id: id, ...rest }: FindingDocument): Finding => ({ id, ...rest });

const DUPLICATE_KEY = 11_000;

export type FindingStore = ReturnType<typeof createFindingStore>;

export const createFindingStore = (connection: Connection) => {
  const findings = connection.collection<FindingDocument>('findings');
  const numbers = connection.collection<NumberDocument>('findingNumbers');
  return {
    ensureIndexes: async (): Promise<void> => {
      await findings.createIndex({ evaluationId: 1, number: 1 }, { unique: true }, undefined);
    },

    /** A number that no finding of the evaluation ever had. */
    nextNumber: async (evaluationId: EvaluationId): Promise<number> => {
      const counted = await numbers.findOneAndUpdate(
        { _id: evaluationId },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      return counted?.last ?? 1;
    },

    /** False when a finding of this id is there already: a form was sent twice. */
    addOnce: async ({ id, ...finding }: Finding): Promise<boolean> => {
      try {
        await findings.insertOne({ _id: id, ...finding });
        return true;
      } catch (error) {
        if (typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY)
          return false;
        throw error;
      }
    },

    find: async (evaluationId: EvaluationId, number: number): Promise<Finding | undefined> => {
      const found = await findings.findOne({ evaluationId, number });
      return found === null ? undefined : toFinding(found);
    },

    findById: async (evaluationId: EvaluationId, id: FindingId): Promise<Finding | undefined> => {
      const found = await findings.findOne({ _id: id, evaluationId });
      return found === null ? undefined : toFinding(found);
    },

    /** By number. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Finding[]> =>
      (await findings.find({ evaluationId }).sort({ number: 1 }).toArray()).map(toFinding),

    /** Only where it still has the revision that was read; true when this call did it. */
    replace: async (evaluationId: EvaluationId, { id, ...finding }: Finding, revision: number): Promise<boolean> => {
      const { title, text, dimensions, criterion, tone, evidence, state, log } = finding;
      const { modifiedCount } = await findings.updateOne(
        { _id: id, evaluationId, 'log.revision': revision },
        { $set: { title, text, dimensions, criterion, tone, evidence, state, log } },
      );
      return modifiedCount === 1;
    },

    remove: async (evaluationId: EvaluationId, id: FindingId, revision: number): Promise<boolean> =>
      (await findings.deleteOne({ _id: id, evaluationId, 'log.revision': revision })).deletedCount === 1,
  };
};
