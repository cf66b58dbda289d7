import type { Connection } from '../../../platform/storage';
import type { Ballot, MeetingId, Participant, ParticipantId, Proposal, ProposalId, VotingId } from '../domain';

/** `key`: fingerprint of the secret that the device keeps. */
type ParticipantDocument = Omit<Participant, 'id'> & { _id: ParticipantId; keys: string[] };
type ProposalDocument = Omit<Proposal, 'id' | 'earlier' | 'comments'> & {
  _id: ProposalId;
  earlier: Proposal['earlier'][number][];
  comments: Proposal['comments'][number][];
};
interface BallotDocument {
  _id: string;
  votingId: VotingId;
  choices: string[];
}

const DUPLICATE_KEY = 11_000;
const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;

const insertOnce = async (insert: Promise<unknown>): Promise<boolean> => {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
};

const toParticipant = ({ _id: id, keys: _, ...rest }: ParticipantDocument): Participant => ({ id, ...rest });
const toProposal = ({ _id: id, ...rest }: ProposalDocument): Proposal => ({ id, ...rest });

export type RoomStore = ReturnType<typeof createRoomStore>;

/** Who is there, what they propose, and their ballots: one document for each person and voting. */
export const createRoomStore = (connection: Connection) => ({
  ensureIndexes: async (): Promise<void> => {
    await connection.collection('participants').createIndex({ meetingId: 1, member: 1 }, {}, {});
    await connection.collection('participants').createIndex({ keys: 1 }, {}, {});
    await connection.collection('proposals').createIndex({ meetingId: 1, number: 1 }, { unique: true }, {});
    await connection.collection('ballots').createIndex({ votingId: 1 }, {}, {});
  },
  ...participantsIn(connection),
  ...proposalsIn(connection),
  ...ballotsIn(connection),
  ...wrongCodesIn(connection),
});

const wrongCodesIn = (connection: Connection) => {
  const tries = connection.collection<{ _id: string; window: number; tries: number }>('wrongMeetingCodes');
  return {
    wrongCodes: async (from: string, window: number): Promise<number> =>
      (await tries.findOne({ _id: `${from} ${window}` }))?.tries ?? 0,
    countWrongCode: async (from: string, window: number): Promise<void> => {
      await tries.updateOne({ _id: `${from} ${window}` }, { $inc: { tries: 1 }, $set: { window } }, { upsert: true });
    },
    forgetWrongCodes: async (before: number): Promise<void> => {
      await tries.deleteMany({ window: { $lt: before } });
    },
  };
};

const participantsIn = (connection: Connection) => {
  const participants = connection.collection<ParticipantDocument>('participants');
  return {
    /** A member who is there already joins with one device more; the first record stays. */
    join: async ({ id, ...participant }: Participant, key: string): Promise<Participant> => {
      await insertOnce(participants.insertOne({ _id: id, ...participant, keys: [] }));
      const joined = await participants.findOneAndUpdate(
        { _id: id },
        { $addToSet: { keys: key }, $set: { leftAt: null } },
        { returnDocument: 'after' },
      );
      if (joined === null) throw new Error('A participant vanished between two writes');
      return toParticipant(joined);
    },

    findByKey: async (meetingId: MeetingId, key: string): Promise<Participant | undefined> => {
      const found = await participants.findOne({ keys: key, meetingId });
      return found === null ? undefined : toParticipant(found);
    },

    /** In the order of joining. */
    participantsOf: async (meetingId: MeetingId): Promise<readonly Participant[]> =>
      (await participants.find({ meetingId }).sort({ joinedAt: 1, _id: 1 }).toArray()).map(toParticipant),

    leave: async (id: ParticipantId, key: string, at: Date): Promise<void> => {
      await participants.updateOne({ _id: id }, { $pull: { keys: key }, $set: { leftAt: at } });
    },
  };
};

const proposalsIn = (connection: Connection) => {
  const proposals = connection.collection<ProposalDocument>('proposals');
  return {
    /** False when another proposal took the number; true also when this one is there already. */
    addProposal: async ({ id, ...proposal }: Proposal): Promise<boolean> => {
      const { earlier, comments, ...rest } = proposal;
      const added = await insertOnce(
        proposals.insertOne({ _id: id, ...rest, earlier: [...earlier], comments: [...comments] }),
      );
      return added || (await proposals.findOne({ _id: id })) !== null;
    },

    /** By number, merged ones too. */
    proposalsOf: async (meetingId: MeetingId): Promise<readonly Proposal[]> =>
      (await proposals.find({ meetingId }).sort({ number: 1 }).toArray()).map(toProposal),

    /** False when somebody changed it first. */
    amend: async (proposal: Proposal, text: string, by: string, at: Date): Promise<boolean> => {
      const { matchedCount } = await proposals.updateOne(
        { _id: proposal.id, text: proposal.text },
        { $set: { text }, $push: { earlier: { text: proposal.text, at, by } } },
      );
      return matchedCount === 1;
    },

    merge: async (id: ProposalId, into: ProposalId | null): Promise<void> => {
      await proposals.updateOne({ _id: id }, { $set: { mergedInto: into } });
    },

    comment: async (id: ProposalId, comment: Proposal['comments'][number]): Promise<void> => {
      await proposals.updateOne({ _id: id }, { $push: { comments: comment } });
    },
  };
};

const ballotsIn = (connection: Connection) => {
  const ballots = connection.collection<BallotDocument>('ballots');
  return {
    /**
     * One choice more, at most so many: repeating it changes nothing.
     *
     * @returns false when all votes are used up
     */
    addChoice: async (
      { ballot, votingId, most }: { readonly ballot: string; readonly votingId: VotingId; readonly most: number },
      choice: string,
    ): Promise<boolean> => {
      await insertOnce(ballots.insertOne({ _id: ballot, votingId, choices: [] }));
      const hasRoom = { [`choices.${most - 1}`]: { $exists: false } };
      const { matchedCount } = await ballots.updateOne({ _id: ballot, ...hasRoom }, { $addToSet: { choices: choice } });
      if (matchedCount === 1) return true;
      const found = await ballots.findOne({ _id: ballot });
      return found?.choices.includes(choice) ?? false;
    },

    removeChoice: async (ballot: string, choice: string): Promise<void> => {
      await ballots.updateOne({ _id: ballot }, { $pull: { choices: choice } });
    },

    /** All choices at once, in place of those before. */
    setChoices: async (ballot: string, votingId: VotingId, choices: readonly string[]): Promise<void> => {
      await ballots.updateOne({ _id: ballot }, { $set: { votingId, choices: [...choices] } }, { upsert: true });
    },

    ballotOf: async (ballot: string): Promise<Ballot> => ({
      choices: (await ballots.findOne({ _id: ballot }))?.choices ?? [],
    }),

    ballotsOf: async (votingId: VotingId): Promise<readonly Ballot[]> =>
      (
        await ballots
          .find({ votingId }, { projection: { _id: 0, choices: 1 } })
          .sort({ _id: 1 })
          .toArray()
      ).map(({ choices }) => ({ choices })),
  };
};
