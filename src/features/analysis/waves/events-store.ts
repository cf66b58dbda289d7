import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { WaveEvent } from './wave';

const MOST_EVENTS = 100;

export type WaveEventStore = ReturnType<typeof createWaveEventStore>;

/** What was done with waves: written, never changed. */
export const createWaveEventStore = (connection: Connection) => {
  const events = connection.collection<WaveEvent & { _id: string }>('waveEvents');
  return {
    ensureIndexes: async (): Promise<void> => {
      await events.createIndex({ evaluationId: 1, at: -1 }, {}, undefined);
    },

    log: async (event: WaveEvent): Promise<void> => {
      const { evaluationId, code, act, at } = event;
      await events.insertOne({ _id: `${evaluationId}:${code}:${act}:${at.getTime()}`, ...event });
    },

    /** Newest first. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly WaveEvent[]> => {
      const found = await events.find({ evaluationId }).sort({ at: -1, _id: 1 }).limit(MOST_EVENTS).toArray();
      return found.map(({ _id, ...event }) => event);
    },
  };
};
