import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Publication, PublicationId } from './publication';

type PublicationDocument = Omit<Publication, 'id'> & { _id: PublicationId };

const toPublication = ({ _id: id, ...rest }: PublicationDocument): Publication => ({ id, ...rest });

const DUPLICATE_KEY = 11_000;
const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;

export type PublicationStore = ReturnType<typeof createPublicationStore>;

export const createPublicationStore = (connection: Connection) => {
  const publications = connection.collection<PublicationDocument>('publications');
  return {
    ensureIndexes: async (): Promise<void> => {
      await publications.createIndex({ evaluationId: 1, number: 1 }, { unique: true }, {});
    },

    /** In the order of publication. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Publication[]> =>
      (await publications.find({ evaluationId }).sort({ number: 1 }).toArray()).map(toPublication),

    find: async (id: PublicationId): Promise<Publication | undefined> => {
      const found = await publications.findOne({ _id: id });
      return found === null ? undefined : toPublication(found);
    },

    /** False when another publication took the number in the meantime. */
    add: async ({ id, ...publication }: Publication): Promise<boolean> => {
      try {
        await publications.insertOne({ _id: id, ...publication });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
};
