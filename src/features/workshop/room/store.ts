import { insertOnce, type Connection } from '../../../platform/storage';
import type { Ballot, MeetingId, Participant, ParticipantId, VotingId } from '../domain';
import { createProposalStore } from '../proposals/store';

/** `key`: fingerprint of the secret that the device keeps. */
type ParticipantDocument = Omit<Participant, 'id'> & { _id: ParticipantId; keys: string[] };
interface BallotDocument {
  _id: string;
  votingId: VotingId;
  choices: string[];
  /** Only where the group votes by name. */
  participant?: ParticipantId;
}

/** Where a person's choices are kept. */
export interface BallotPlace {
  readonly ballot: string;
  readonly votingId: VotingId;
  /** Null in a secret voting: the record must not say whose it is. */
  readonly participant: ParticipantId | null;
}

const toParticipant = ({ _id: id, keys: _, ...rest }: ParticipantDocument): Participant => ({ id, ...rest });

export type RoomStore = ReturnType<typeof createRoomStore>;

/** Who is there, what they propose, and their ballots: one document for each person and voting. */
export const createRoomStore = (connection: Connection) => {
  const proposals = createProposalStore(connection);
  return {
    ensureIndexes: async (): Promise<void> => {
      await connection.collection('participants').createIndex({ meetingId: 1, member: 1 }, {}, {});
      await connection.collection('participants').createIndex({ keys: 1 }, {}, {});
      await proposals.ensureProposalIndexes();
      await connection.collection('ballots').createIndex({ votingId: 1 }, {}, {});
    },
    ...participantsIn(connection),
    ...proposals,
    ...ballotsIn(connection),
    ...wrongCodesIn(connection),
  };
};

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

    /** On how many devices somebody is in the meeting. */
    devicesOf: async (id: ParticipantId): Promise<number> =>
      (await participants.findOne({ _id: id }))?.keys.length ?? 0,

    /** In the order of joining. */
    participantsOf: async (meetingId: MeetingId): Promise<readonly Participant[]> =>
      (await participants.find({ meetingId }).sort({ joinedAt: 1, _id: 1 }).toArray()).map(toParticipant),

    leave: async (id: ParticipantId, key: string, at: Date): Promise<void> => {
      await participants.updateOne({ _id: id }, { $pull: { keys: key }, $set: { leftAt: at } });
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
      { ballot, votingId, participant, most }: BallotPlace & { readonly most: number },
      choice: string,
    ): Promise<boolean> => {
      await insertOnce(
        ballots.insertOne({ _id: ballot, votingId, choices: [], ...(participant === null ? {} : { participant }) }),
      );
      const hasRoom = { [`choices.${most - 1}`]: { $exists: false } };
      const { matchedCount } = await ballots.updateOne({ _id: ballot, ...hasRoom }, { $addToSet: { choices: choice } });
      if (matchedCount === 1) return true;
      const found = await ballots.findOne({ _id: ballot });
      return found?.choices.includes(choice) ?? false;
    },

    removeChoice: async (ballot: string, choice: string): Promise<true> => {
      await ballots.updateOne({ _id: ballot }, { $pull: { choices: choice } });
      return true;
    },

    /** All choices at once, in place of those before. */
    setChoices: async ({ ballot, votingId, participant }: BallotPlace, choices: readonly string[]): Promise<void> => {
      const set = { votingId, choices: [...choices], ...(participant === null ? {} : { participant }) };
      await ballots.updateOne({ _id: ballot }, { $set: set }, { upsert: true });
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

    /** Ballots that were given by name; none of a secret voting. */
    namedBallotsOf: async (
      votingId: VotingId,
    ): Promise<readonly { readonly participant: ParticipantId; readonly choices: readonly string[] }[]> =>
      (
        await ballots
          .find({ votingId, participant: { $exists: true } })
          .sort({ _id: 1 })
          .toArray()
      ).flatMap(({ participant, choices }) => (participant === undefined ? [] : { participant, choices })),
  };
};
