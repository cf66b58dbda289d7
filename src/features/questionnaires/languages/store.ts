import type { Connection } from '../../../platform/storage';
import type { SheetReport } from '../domain';
import type { DraftKey } from '../drafts';
import type { WorkbookRemark } from '../../../platform/spreadsheet';

/** A spreadsheet that was loaded and waits for somebody to confirm what it would change. */
export interface LoadedSheet extends DraftKey {
  readonly id: string;
  readonly loadedBy: string;
  readonly loadedAt: Date;
  readonly report: SheetReport;
  readonly cells: readonly WorkbookRemark[];
}

type SheetDocument = Omit<LoadedSheet, 'id'> & { _id: string };

const DAY_SECONDS = 86_400;

export type SheetStore = ReturnType<typeof createSheetStore>;

export const createSheetStore = (connection: Connection) => {
  const sheets = connection.collection<SheetDocument>('translationSheets');
  return {
    ensureIndexes: async (): Promise<void> => {
      await sheets.createIndex({ loadedAt: 1 }, { expireAfterSeconds: DAY_SECONDS }, {});
    },

    add: async ({ id, ...sheet }: LoadedSheet): Promise<void> => {
      await sheets.insertOne({ _id: id, ...sheet });
    },

    find: async ({ evaluationId, code }: DraftKey, id: string): Promise<LoadedSheet | undefined> => {
      const found = await sheets.findOne({ _id: id, evaluationId, code });
      if (found === null) return undefined;
      const { _id, ...sheet } = found;
      return { id: _id, ...sheet };
    },

    remove: async ({ evaluationId, code }: DraftKey, id: string): Promise<void> => {
      await sheets.deleteOne({ _id: id, evaluationId, code });
    },
  };
};
