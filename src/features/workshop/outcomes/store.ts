import { insertOnce, type Connection } from '../../../platform/storage';
import type { MeetingId, Outcome, ProposalId } from '../domain';

type OutcomeDocument = Omit<Outcome, 'proposal' | 'earlier'> & {
  _id: ProposalId;
  earlier: Outcome['earlier'][number][];
};

const toOutcome = ({ _id: proposal, ...rest }: OutcomeDocument): Outcome => ({ proposal, ...rest });
const toFields = ({ proposal, earlier, ...rest }: Outcome): OutcomeDocument => ({
  _id: proposal,
  ...rest,
  earlier: [...earlier],
});

/** One document for each proposal: what the group made of it, and what was written before. */
export const createOutcomeStore = (connection: Connection) => {
  const outcomes = connection.collection<OutcomeDocument>('outcomes');
  return {
    ensureIndexes: async (): Promise<void> => {
      await outcomes.createIndex({ meetingId: 1 }, {}, {});
    },

    ofMeeting: async (meetingId: MeetingId): Promise<readonly Outcome[]> =>
      (await outcomes.find({ meetingId }).sort({ _id: 1 }).toArray()).map(toOutcome),

    find: async (proposal: ProposalId): Promise<Outcome | undefined> => {
      const found = await outcomes.findOne({ _id: proposal });
      return found === null ? undefined : toOutcome(found);
    },

    /** The first one has revision 1. False when somebody else wrote first. */
    write: async (outcome: Outcome): Promise<boolean> => {
      const { _id, ...fields } = toFields(outcome);
      if (outcome.revision > 1) {
        const { matchedCount } = await outcomes.updateOne({ _id, revision: outcome.revision - 1 }, { $set: fields });
        return matchedCount === 1;
      }
      return insertOnce(outcomes.insertOne({ _id, ...fields }));
    },
  };
};

export type OutcomeStore = ReturnType<typeof createOutcomeStore>;
