import { insertOnce, type Connection } from '../../../platform/storage';
import type { ExpertSheet, MeetingId } from '../domain';

type SheetDocument = Omit<ExpertSheet, 'id' | 'ranking'> & { _id: string; ranking: string[] };

/** Of all sheets of a meeting: the key that names them, null once it is erased, and a number that grows with every change. */
interface SheetBook {
  _id: MeetingId;
  key: string | null;
  edition: number;
}

const toSheet = ({ _id: id, ...rest }: SheetDocument): ExpertSheet => ({ id, ...rest });

export type SheetStore = ReturnType<typeof createSheetStore>;

/** One document for each person and meeting. */
export const createSheetStore = (connection: Connection) => {
  const sheets = connection.collection<SheetDocument>('expertSheets');
  const books = connection.collection<SheetBook>('expertSheetBooks');
  return {
    ensureIndexes: async (): Promise<void> => {
      await sheets.createIndex({ meetingId: 1 }, {}, {});
    },

    /** In no order that tells who they are. */
    sheetsOf: async (meetingId: MeetingId): Promise<readonly ExpertSheet[]> =>
      (await sheets.find({ meetingId }).sort({ _id: 1 }).toArray()).map(toSheet),

    countOf: (meetingId: MeetingId): Promise<number> => sheets.countDocuments({ meetingId }),

    find: async (id: string): Promise<ExpertSheet | undefined> => {
      const found = await sheets.findOne({ _id: id });
      return found === null ? undefined : toSheet(found);
    },

    /** False when somebody saved it first: `revision` is the one that was read, 0 where there was none. */
    save: async ({ id, ranking, ...rest }: ExpertSheet, revision: number): Promise<boolean> => {
      const sheet = { ...rest, ranking: [...ranking] };
      if (revision === 0) return insertOnce(sheets.insertOne({ _id: id, ...sheet }));
      return (await sheets.replaceOne({ _id: id, revision }, sheet)).matchedCount === 1;
    },

    remove: async ({ id, revision }: Pick<ExpertSheet, 'id' | 'revision'>): Promise<void> => {
      await sheets.deleteOne({ _id: id, revision });
    },

    /** Null once the key is erased. */
    keyOf: async (meetingId: MeetingId, fresh: string): Promise<string | null> => {
      const found = await books.findOne({ _id: meetingId });
      if (found !== null) return found.key;
      await insertOnce(books.insertOne({ _id: meetingId, key: fresh, edition: 0 }));
      return (await books.findOne({ _id: meetingId }))?.key ?? null;
    },

    eraseKey: async (meetingId: MeetingId): Promise<void> => {
      await books.updateOne({ _id: meetingId }, { $set: { key: null } });
    },

    editionOf: async (meetingId: MeetingId): Promise<number> =>
      (await books.findOne({ _id: meetingId }, { projection: { edition: 1 } }))?.edition ?? 0,

    touch: async (meetingId: MeetingId): Promise<void> => {
      await books.updateOne({ _id: meetingId }, { $inc: { edition: 1 } });
    },
  };
};
