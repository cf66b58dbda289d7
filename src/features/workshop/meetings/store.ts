import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { EarlierVoting, Meeting, MeetingId, Voting, VotingId, VotingName } from '../domain';

/** `ballotKey` tells ballots of a voting apart; it is erased when a secret voting is closed. */
type MeetingDocument = Omit<Meeting, 'id' | 'earlierVotings'> & {
  _id: MeetingId;
  /** Grow with everything that phones or the wall show, and with each vote. */
  edition: number;
  tally: number;
  ballotKeys: { voting: string | null; spheres: string | null };
  earlierVotings?: EarlierVoting[];
};

export interface StoredMeeting {
  readonly meeting: Meeting;
  readonly edition: number;
  readonly tally: number;
  readonly ballotKeys: { readonly voting: string | null; readonly spheres: string | null };
}

export type { VotingName } from '../domain';

/** Meetings that were kept before further rounds were. */
const withRounds = (voting: Voting): Voting => ({
  ...voting,
  terms: voting.terms ?? null,
  again: voting.again ?? null,
});

const toStored = ({ _id: id, edition, tally, ballotKeys, ...rest }: MeetingDocument): StoredMeeting => ({
  meeting: {
    id,
    ...rest,
    voting: withRounds(rest.voting),
    spheres: withRounds(rest.spheres),
    earlierVotings: rest.earlierVotings ?? [],
  },
  edition,
  tally,
  ballotKeys,
});

export type MeetingStore = ReturnType<typeof createMeetingStore>;

const meetingsIn = (connection: Connection) => connection.collection<MeetingDocument>('meetings');

const MOST_KEPT = 20;

/**
 * A meeting with two hundred members and its materials is large, and is asked for with each vote: it is read again only when its edition is another,
 * which every write counts up.
 */
const keepMeetings = (meetings: ReturnType<typeof meetingsIn>) => {
  const kept = new Map<MeetingId, StoredMeeting>();
  return async (filter: object): Promise<StoredMeeting | undefined> => {
    const now = await meetings.findOne(filter, { projection: { edition: 1, tally: 1 } });
    if (now === null) return undefined;
    const known = kept.get(now._id);
    if (known?.edition === now.edition) return { ...known, tally: now.tally };
    const found = await meetings.findOne({ _id: now._id });
    if (found === null) return undefined;
    const stored = toStored(found);
    kept.delete(now._id);
    kept.set(now._id, stored);
    for (const id of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(id);
    return stored;
  };
};

export const createMeetingStore = (connection: Connection) => {
  const meetings = meetingsIn(connection);
  const one = keepMeetings(meetings);
  return {
    ensureIndexes: async (): Promise<void> => {
      await meetings.createIndex({ evaluationId: 1, number: 1 }, { unique: true }, {});
      await meetings.createIndex({ code: 1 }, {}, {});
    },

    /** False when another meeting took the number in the meantime. */
    add: async ({ id, ...meeting }: Meeting): Promise<boolean> => {
      return insertOnce(
        meetings.insertOne({
          _id: id,
          ...meeting,
          earlierVotings: [...meeting.earlierVotings],
          edition: 0,
          tally: 0,
          ballotKeys: { voting: null, spheres: null },
        }),
      );
    },

    /** By number. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Meeting[]> =>
      (await meetings.find({ evaluationId }).sort({ number: 1 }).toArray()).map((found) => toStored(found).meeting),

    find: (id: MeetingId): Promise<StoredMeeting | undefined> => one({ _id: id }),
    findByNumber: (evaluationId: EvaluationId, number: number): Promise<StoredMeeting | undefined> =>
      one({ evaluationId, number }),
    findByCode: (code: string): Promise<StoredMeeting | undefined> => one({ code }),

    /** A change that others may have made first is refused: false when the revision is not the one that was read. */
    change: async (
      { id, log }: Pick<Meeting, 'id' | 'log'>,
      change: Partial<Omit<Meeting, 'id' | 'log' | VotingName | 'earlierVotings'>>,
      at: Date,
    ): Promise<boolean> => {
      const { matchedCount } = await meetings.updateOne(
        { _id: id, 'log.revision': log.revision },
        { $set: { ...change, 'log.changedAt': at }, $inc: { 'log.revision': 1, edition: 1 } },
      );
      return matchedCount === 1;
    },

    ...votingsIn(meetings),

    ...editionsIn(meetings),
  };
};

const votingsIn = (meetings: ReturnType<typeof meetingsIn>) => ({
  /** A voting goes on from one state to the next once, whoever asks, however often; where an edition is named, only from that one. */
  moveVoting: async (
    id: MeetingId,
    name: VotingName,
    from: Voting['state'] | { readonly state: Voting['state']; readonly edition: number },
    to: Partial<Voting> & { readonly ballotKey?: string | null },
  ): Promise<boolean> => {
    const { ballotKey, ...fields } = to;
    const set: Record<string, unknown> = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]),
    );
    if (ballotKey !== undefined) set[`ballotKeys.${name}`] = ballotKey;
    const when =
      typeof from === 'string' ? { [`${name}.state`]: from } : { [`${name}.state`]: from.state, edition: from.edition };
    const { matchedCount } = await meetings.updateOne({ _id: id, ...when }, { $set: set, $inc: { edition: 1 } });
    return matchedCount === 1;
  },

  /** Another round takes the place of one that is closed, which stays with its result; false when that was done already. */
  followVoting: async (
    id: MeetingId,
    { name, ...closed }: EarlierVoting & { readonly id: VotingId },
    next: Voting,
  ): Promise<boolean> => {
    const { matchedCount } = await meetings.updateOne(
      { _id: id, [`${name}.id`]: closed.id, [`${name}.state`]: 'closed' },
      {
        $push: { earlierVotings: { ...closed, name } },
        $set: { [name]: next, [`ballotKeys.${name}`]: null },
        $inc: { edition: 1 },
      },
    );
    return matchedCount === 1;
  },

  /** False when the round is not waiting any more. */
  unfollowVoting: async (id: MeetingId, round: VotingId, { name, ...before }: EarlierVoting): Promise<boolean> => {
    const { matchedCount } = await meetings.updateOne(
      { _id: id, [`${name}.id`]: round, [`${name}.state`]: 'waiting' },
      { $pull: { earlierVotings: { id: before.id } }, $set: { [name]: before }, $inc: { edition: 1 } },
    );
    return matchedCount === 1;
  },

  setHidesCounts: async (id: MeetingId, name: VotingName, hidesCounts: boolean): Promise<void> => {
    await meetings.updateOne({ _id: id }, { $set: { [`${name}.hidesCounts`]: hidesCounts }, $inc: { edition: 1 } });
  },
});

/** By which pages and other processes learn that something changed. */
const editionsIn = (meetings: ReturnType<typeof meetingsIn>) => ({
  editionsOf: async (id: MeetingId): Promise<{ readonly board: number; readonly tally: number }> => {
    const found = await meetings.findOne({ _id: id }, { projection: { edition: 1, tally: 1 } });
    return { board: found?.edition ?? 0, tally: found?.tally ?? 0 };
  },

  /** Something that is kept elsewhere changed. */
  touch: async (id: MeetingId): Promise<void> => {
    await meetings.updateOne({ _id: id }, { $inc: { edition: 1 } });
  },

  touchTally: async (id: MeetingId): Promise<void> => {
    await meetings.updateOne({ _id: id }, { $inc: { tally: 1 } });
  },
});
