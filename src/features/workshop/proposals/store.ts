import { isDuplicate, type Connection } from '../../../platform/storage';
import type { MeetingId, Proposal, ProposalComment, ProposalId } from '../domain';

/** `revision` grows with every change; `lockedAt`: a voting was opened, or just about to be. */
type ProposalDocument = Omit<Proposal, 'id' | 'earlier' | 'comments'> & {
  _id: ProposalId;
  earlier: Proposal['earlier'][number][];
  comments: ProposalComment[];
  revision: number;
  lockedAt: Date | null;
};

export interface StoredProposal {
  readonly proposal: Proposal;
  readonly revision: number;
  readonly lockedAt: Date | null;
}

const toStored = ({ _id: id, revision, lockedAt, ...rest }: ProposalDocument): StoredProposal => ({
  proposal: { id, ...rest },
  revision,
  lockedAt,
});
const toFields = ({ id, earlier, comments, ...rest }: Proposal): Omit<ProposalDocument, 'revision' | 'lockedAt'> => ({
  _id: id,
  ...rest,
  earlier: [...earlier],
  comments: [...comments],
});

/** What the room proposes: one document for each proposal, its earlier words and what was said of it. */
export const createProposalStore = (connection: Connection) => {
  const proposals = connection.collection<ProposalDocument>('proposals');
  return {
    ensureProposalIndexes: async (): Promise<void> => {
      await proposals.createIndex({ meetingId: 1, number: 1 }, { unique: true }, {});
    },

    /** False when another proposal took the number; true also when this one is there already. */
    addProposal: async (proposal: Proposal): Promise<boolean> => {
      try {
        await proposals.insertOne({ ...toFields(proposal), revision: 0, lockedAt: null });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await proposals.findOne({ _id: proposal.id })) !== null;
      }
    },

    /** For one that came in while a voting was being opened, and is refused. */
    removeProposal: async (id: ProposalId): Promise<void> => {
      await proposals.deleteOne({ _id: id });
    },

    /** By number, merged ones too. */
    proposalsOf: async (meetingId: MeetingId): Promise<readonly Proposal[]> =>
      (await proposals.find({ meetingId }).sort({ number: 1 }).toArray()).map((found) => toStored(found).proposal),

    findProposal: async (meetingId: MeetingId, id: ProposalId): Promise<StoredProposal | undefined> => {
      const found = await proposals.findOne({ _id: id, meetingId });
      return found === null ? undefined : toStored(found);
    },

    /** False when it is not any more what was read: somebody changed it, or a voting is being opened. */
    changeProposal: async ({ proposal, revision }: StoredProposal, change: Partial<Proposal>): Promise<boolean> => {
      const { _id, ...fields } = toFields({ ...proposal, ...change });
      const { matchedCount } = await proposals.updateOne({ _id, revision }, { $set: fields, $inc: { revision: 1 } });
      return matchedCount === 1;
    },

    /** Changes that were read before come too late from now on. */
    lockProposals: async (meetingId: MeetingId, at: Date): Promise<void> => {
      await proposals.updateMany({ meetingId }, { $set: { lockedAt: at }, $inc: { revision: 1 } });
    },
  };
};
