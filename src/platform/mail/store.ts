import { oneLine } from './address';
import type { KeptLetter, Letter, LetterFault, LetterStanding, LetterState } from './letter';
import type { Connection } from '../storage';

interface LetterDocument extends Omit<Letter, 'key' | 'expiresAt'> {
  _id: string;
  state: LetterState;
  fault: LetterFault | null;
  reason: string | null;
  queuedAt: Date;
  sentAt: Date | null;
  sentBy: 'server' | 'hand' | null;
  expiresAt: Date;
  /** When somebody may take it up; whoever does moves it on, so that nobody else takes the same letter. */
  dueAt: Date;
  /** Of who took it up last. */
  lease: string | null;
  attempts: number;
  /** When nothing more was to be done with it. */
  settledAt: Date | null;
  erasedAt: Date | null;
}

/** A letter that somebody has taken up to send. */
export interface Claimed {
  readonly letter: Letter;
  readonly lease: string;
  /** This one included. */
  readonly attempts: number;
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

const lettersIn = (connection: Connection) => connection.collection<LetterDocument>('letters');
type Letters = ReturnType<typeof lettersIn>;

/** Attachments come back as buffers. */
const WHOLE = { promoteBuffers: true } as const;
const WITHOUT_BODY = { projection: { text: 0, calendar: 0, attachments: 0 } } as const;

type Heading = Omit<LetterDocument, 'text' | 'calendar' | 'attachments'>;

const toStanding = ({
  _id: key,
  to,
  subject,
  state,
  reason,
  queuedAt,
  sentAt,
  fault,
  sentBy,
}: Heading): LetterStanding => ({
  key,
  to: to.address,
  subject,
  state,
  reason,
  queuedAt,
  sentAt,
  name: to.name,
  fault,
  sentBy,
});

const toLetter = ({
  _id: key,
  to,
  subject,
  text,
  calendar,
  attachments,
  about,
  replyTo,
  expiresAt,
}: LetterDocument): Letter => ({
  key,
  to,
  subject,
  text,
  expiresAt,
  ...(calendar && { calendar }),
  ...(attachments && { attachments }),
  ...(about !== undefined && { about }),
  ...(replyTo && { replyTo }),
});

/** Letters that wait, were sent, or could not be sent. */
export const createOutboxStore = (connection: Connection) => {
  const letters = lettersIn(connection);
  return {
    ensureIndexes: async (): Promise<void> => {
      await letters.createIndex({ state: 1, dueAt: 1 }, {}, {});
      await letters.createIndex({ state: 1, queuedAt: 1 }, {}, {});
      await letters.createIndex({ about: 1 }, {}, {});
    },
    ...keepingIn(letters),
    ...readingIn(letters),
    ...sendingIn(letters),
    ...sweepingIn(letters),
  };
};

const keepingIn = (letters: Letters) => ({
  /** Once for each key; a letter that cannot be sent is kept too, with the fault. */
  add: async (
    { key, ...letter }: Letter & { readonly expiresAt: Date },
    queuedAt: Date,
    fault: 'address' | null,
  ): Promise<void> => {
    const first = {
      ...letter,
      to: { name: oneLine(letter.to.name), address: letter.to.address },
      subject: oneLine(letter.subject),
      state: fault === null ? ('waiting' as const) : ('failed' as const),
      fault,
      reason: null,
      queuedAt,
      sentAt: null,
      sentBy: null,
      dueAt: queuedAt,
      lease: null,
      attempts: 0,
      settledAt: fault === null ? null : queuedAt,
      erasedAt: null,
    };
    await letters.updateOne({ _id: key }, { $setOnInsert: first }, { upsert: true });
  },

  /** A letter that was not sent waits once more. False when it is not such a letter. */
  waitAgain: async (key: string, now: Date, expiresAt: Date): Promise<boolean> => {
    const { matchedCount } = await letters.updateOne(
      { _id: key, state: 'failed', erasedAt: null },
      { $set: { state: 'waiting', fault: null, dueAt: now, lease: null, expiresAt, attempts: 0, settledAt: null } },
    );
    return matchedCount === 1;
  },

  /** Letters that still wait are not sent any more. One that is on its way at this moment goes. */
  withdraw: async (keys: readonly string[], at: Date): Promise<void> => {
    await letters.updateMany(
      { _id: { $in: [...keys] }, state: 'waiting', $or: [{ dueAt: { $lte: at } }, { lease: null }] },
      { $set: { state: 'failed', fault: 'withdrawn', settledAt: at, lease: null } },
    );
  },

  /** Somebody gave it to the addressee. False when it was sent already, or is on its way at this moment. */
  settleByHand: async (key: string, at: Date): Promise<boolean> => {
    const { matchedCount } = await letters.updateOne(
      {
        _id: key,
        $or: [{ state: 'failed' }, { state: 'waiting', dueAt: { $lte: at } }, { state: 'waiting', lease: null }],
      },
      { $set: { state: 'sent', sentBy: 'hand', sentAt: at, settledAt: at, fault: null, reason: null, lease: null } },
    );
    return matchedCount === 1;
  },
});

const readingIn = (letters: Letters) => ({
  standingOf: async (keys: readonly string[]): Promise<readonly LetterStanding[]> =>
    (
      await letters
        .find({ _id: { $in: [...keys] } }, WITHOUT_BODY)
        .sort({ _id: 1 })
        .toArray()
    ).map(toStanding),

  /** Oldest first. */
  standingsAbout: async (about: string): Promise<readonly LetterStanding[]> =>
    (await letters.find({ about }, WITHOUT_BODY).sort({ queuedAt: 1, _id: 1 }).toArray()).map(toStanding),

  /** Newest first. */
  page: async (state: LetterState, skip: number, limit: number): Promise<readonly LetterStanding[]> =>
    (await letters.find({ state }, WITHOUT_BODY).sort({ queuedAt: -1, _id: 1 }).skip(skip).limit(limit).toArray()).map(
      toStanding,
    ),

  count: (state: LetterState): Promise<number> => letters.countDocuments({ state }),

  find: async (key: string): Promise<KeptLetter | undefined> => {
    const found = await letters.findOne({ _id: key }, WHOLE);
    if (found === null) return undefined;
    return {
      ...toStanding(found),
      text: found.erasedAt === null ? found.text : null,
      calendar: found.calendar?.content ?? null,
      attachments: found.attachments ?? [],
    };
  },
});

const sendingIn = (letters: Letters) => ({
  /** The letter that has been due longest; until the lease ends nobody else gets it. */
  claim: async (now: Date, lease: string, until: Date): Promise<Claimed | undefined> => {
    const found = await letters.findOneAndUpdate(
      { state: 'waiting', dueAt: { $lte: now }, expiresAt: { $gt: now } },
      { $set: { lease, dueAt: until }, $inc: { attempts: 1 } },
      { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after', ...WHOLE },
    );
    return found === null ? undefined : { letter: toLetter(found), lease, attempts: found.attempts };
  },

  markSent: async ({ letter, lease }: Claimed, at: Date): Promise<void> => {
    await letters.updateOne(
      { _id: letter.key, lease },
      { $set: { state: 'sent', sentBy: 'server', sentAt: at, settledAt: at, fault: null, reason: null, lease: null } },
    );
  },

  markRefused: async ({ letter, lease }: Claimed, reason: string, at: Date): Promise<void> => {
    await letters.updateOne(
      { _id: letter.key, lease, state: 'waiting' },
      { $set: { state: 'failed', fault: 'refused', reason, settledAt: at, lease: null } },
    );
  },

  putOff: async ({ letter, lease }: Claimed, { fault, reason, dueAt }: PutOff): Promise<void> => {
    await letters.updateOne(
      { _id: letter.key, lease, state: 'waiting' },
      { $set: { fault, reason, dueAt, lease: null } },
    );
  },
});

export interface PutOff {
  readonly fault: 'server' | 'later';
  readonly reason: string;
  readonly dueAt: Date;
}

const sweepingIn = (letters: Letters) => ({
  expire: async (now: Date): Promise<void> => {
    await letters.updateMany(
      { state: 'waiting', expiresAt: { $lte: now }, dueAt: { $lte: now } },
      { $set: { state: 'failed', fault: 'expired', settledAt: now } },
    );
  },

  /** What was written to people goes; that it was written stays. */
  erase: async (settledBefore: Date, at: Date): Promise<void> => {
    await letters.updateMany(
      { state: { $in: ['sent', 'failed'] }, settledAt: { $lte: settledBefore }, erasedAt: null },
      { $set: { text: '', erasedAt: at }, $unset: { calendar: '', attachments: '' } },
    );
  },
});
