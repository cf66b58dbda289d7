import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { WorkLog } from '../domain';

/** What is written down under a number of its own in an evaluation: W1, R1. */
export interface NumberedWork {
  readonly id: string;
  readonly evaluationId: EvaluationId;
  readonly number: number;
  readonly log: WorkLog;
}

interface WorkDocument {
  _id: string;
  evaluationId: EvaluationId;
  number: number;
  revision: number;
  work: unknown;
}

interface BookDocument {
  _id: EvaluationId;
  last: number;
  order: string[];
}

export type NumberedStore<Work extends NumberedWork> = ReturnType<typeof createNumberedStore<Work>>;

/** Every change is one conditional write: it happens only where the revision is the one that was read. */
export const createNumberedStore = <Work extends NumberedWork>(connection: Connection, name: string) => {
  const works = worksIn(connection, name);
  const books = connection.collection<BookDocument>(`${name}Books`);
  return {
    ensureIndexes: async (): Promise<void> => {
      await works.createIndex({ evaluationId: 1, number: 1 }, { unique: true }, undefined);
    },

    /** A number that nothing in the evaluation ever had. */
    nextNumber: async (evaluationId: EvaluationId): Promise<number> => {
      const counted = await books.findOneAndUpdate(
        { _id: evaluationId },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      return counted?.last ?? 1;
    },

    /** False when one of this id is there already: a form was sent twice. */
    addOnce: async (work: Work): Promise<boolean> => {
      const { id, evaluationId, number, log } = work;
      return insertOnce(works.insertOne({ _id: id, evaluationId, number, revision: log.revision, work }));
    },

    ...readsOf<Work>(works),

    /** Only where it still has the revision that was read; true when this call did it. */
    replace: async (work: Work, revision: number): Promise<boolean> => {
      const { id, evaluationId, log } = work;
      const { modifiedCount } = await works.updateOne(
        { _id: id, evaluationId, revision },
        { $set: { work, revision: log.revision } },
      );
      return modifiedCount === 1;
    },

    remove: async ({ id, evaluationId }: Work, revision: number): Promise<boolean> =>
      (await works.deleteOne({ _id: id, evaluationId, revision })).deletedCount === 1,

    /** Ids in the order that was chosen; those without a place are not in it. */
    readOrder: async (evaluationId: EvaluationId): Promise<readonly string[]> =>
      (await books.findOne({ _id: evaluationId }))?.order ?? [],

    writeOrder: async (evaluationId: EvaluationId, order: readonly string[]): Promise<void> => {
      await books.updateOne({ _id: evaluationId }, { $set: { order: [...order] } }, { upsert: true });
    },
  };
};

const worksIn = (connection: Connection, name: string) => connection.collection<WorkDocument>(name);

const readsOf = <Work extends NumberedWork>(works: ReturnType<typeof worksIn>) => {
  const read = ({ work }: WorkDocument): Work => work as Work;
  return {
    find: async (evaluationId: EvaluationId, number: number): Promise<Work | undefined> => {
      const found = await works.findOne({ evaluationId, number });
      return found === null ? undefined : read(found);
    },

    findById: async (evaluationId: EvaluationId, id: string): Promise<Work | undefined> => {
      const found = await works.findOne({ _id: id, evaluationId });
      return found === null ? undefined : read(found);
    },

    /** By number. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Work[]> =>
      (await works.find({ evaluationId }).sort({ number: 1 }).toArray()).map(read),
  };
};
