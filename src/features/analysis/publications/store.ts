import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { Publication, PublicationId } from './publication';

type PublicationDocument = Omit<Publication, 'id'> & { _id: PublicationId };

const toPublication = ({ _id: id, ...rest }: PublicationDocument): Publication => ({ id, ...rest });

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
      return insertOnce(publications.insertOne({ _id: id, ...publication }));
    },
  };
};
