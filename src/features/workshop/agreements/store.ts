import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { Agreement, AgreementId, GroupId, MeetingId } from '../domain';

type AgreementDocument = Omit<Agreement, 'id' | 'addressees'> & {
  _id: AgreementId;
  addressees: Agreement['addressees'][number][];
};

const toAgreement = ({ _id: id, ...rest }: AgreementDocument): Agreement => ({ id, ...rest });
const toDocument = ({ id, addressees, ...rest }: Agreement): AgreementDocument => ({
  _id: id,
  ...rest,
  addressees: [...addressees],
});

export type AgreementStore = ReturnType<typeof createAgreementStore>;

export const createAgreementStore = (connection: Connection) => {
  const agreements = connection.collection<AgreementDocument>('agreements');
  const books = connection.collection<{ _id: EvaluationId; last: number }>('agreementBooks');
  const several = async (filter: object): Promise<readonly Agreement[]> =>
    (await agreements.find(filter).sort({ evaluationId: 1, number: 1 }).toArray()).map(toAgreement);
  return {
    ensureIndexes: async (): Promise<void> => {
      await agreements.createIndex({ evaluationId: 1, number: 1 }, { unique: true }, {});
      await agreements.createIndex({ groupId: 1 }, {}, {});
      await agreements.createIndex({ meetingId: 1 }, {}, {});
    },

    /** A number that no agreement of the evaluation ever had. */
    nextNumber: async (evaluationId: EvaluationId): Promise<number> => {
      const counted = await books.findOneAndUpdate(
        { _id: evaluationId },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      return counted?.last ?? 1;
    },

    /** False when it is there already: a form was sent twice. */
    add: async (agreement: Agreement): Promise<boolean> => {
      return insertOnce(agreements.insertOne(toDocument(agreement)));
    },

    find: async (id: AgreementId): Promise<Agreement | undefined> => {
      const found = await agreements.findOne({ _id: id });
      return found === null ? undefined : toAgreement(found);
    },

    /** By number. */
    ofEvaluation: (evaluationId: EvaluationId) => several({ evaluationId }),
    ofMeeting: (meetingId: MeetingId) => several({ meetingId }),
    ofGroup: (groupId: GroupId) => several({ groupId }),

    /** False when somebody changed it first. */
    replace: async (agreement: Agreement, revision: number): Promise<boolean> => {
      const { _id, ...rest } = toDocument(agreement);
      const { matchedCount } = await agreements.replaceOne({ _id, 'log.revision': revision }, rest);
      return matchedCount === 1;
    },

    remove: async (id: AgreementId, revision: number): Promise<boolean> => {
      const { deletedCount } = await agreements.deleteOne({ _id: id, 'log.revision': revision });
      return deletedCount === 1;
    },
  };
};
