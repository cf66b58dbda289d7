import { newId } from '../../../platform/ids';
import { isDuplicate, type Connection } from '../../../platform/storage';
import type { DraftKey } from '../drafts';

/** What a person did to a version, beyond changing its words. */
export type EventKind = 'sent-to-review' | 'taken-back' | 'published' | 'closed' | 'reopened';

export interface VersionEvent extends DraftKey {
  readonly kind: EventKind;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

type EventDocument = VersionEvent & { _id: string };

export type EventStore = ReturnType<typeof createEventStore>;

export const createEventStore = (connection: Connection) => {
  const events = connection.collection<EventDocument>('questionnaireEvents');
  /** A version is published once; everything else may happen again. */
  const idOf = ({ evaluationId, code, version, kind }: VersionEvent): string =>
    kind === 'published' ? `${evaluationId}:${code}:${version}` : newId<'event'>();
  return {
    ensureIndexes: async (): Promise<void> => {
      await events.createIndex({ evaluationId: 1, code: 1 }, {}, undefined);
    },

    add: async (event: VersionEvent): Promise<void> => {
      try {
        await events.insertOne({ _id: idOf(event), ...event });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },

    /** Newest first. */
    allOf: async ({ evaluationId, code }: DraftKey): Promise<readonly VersionEvent[]> =>
      (await events.find({ evaluationId, code }).sort({ at: -1, _id: 1 }).toArray()).map(({ _id, ...event }) => event),
  };
};
