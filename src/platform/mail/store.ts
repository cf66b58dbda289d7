import type { Connection } from '../storage';
import type { Letter, LetterStanding, LetterState } from '.';

interface LetterDocument extends Omit<Letter, 'key'> {
  _id: string;
  state: LetterState;
  reason: string | null;
  queuedAt: Date;
  sentAt: Date | null;
}

/** Letters that wait, were sent, or could not be sent. */
export const createOutbox = (connection: Connection) => {
  const letters = connection.collection<LetterDocument>('letters');
  return {
    ensureIndexes: async (): Promise<void> => {
      await letters.createIndex({ state: 1, queuedAt: 1 }, {}, {});
    },

    /** Once for each key. */
    add: async ({ key, ...letter }: Letter, queuedAt: Date): Promise<void> => {
      const first = { ...letter, state: 'waiting' as const, reason: null, queuedAt, sentAt: null };
      await letters.updateOne({ _id: key }, { $setOnInsert: first }, { upsert: true });
    },

    standingOf: async (keys: readonly string[]): Promise<readonly LetterStanding[]> =>
      (
        await letters
          .find({ _id: { $in: [...keys] } })
          .sort({ _id: 1 })
          .toArray()
      ).map(({ _id: key, to, subject, state, reason, queuedAt, sentAt }) => ({
        key,
        to: to.address,
        subject,
        state,
        reason,
        queuedAt,
        sentAt,
      })),
  };
};
