import { insertOnce, type Connection } from '../../../platform/storage';
import type { OwnVersion } from '../domain/bank';

type ItemDocument = OwnVersion & { _id: string };

export type BankStore = ReturnType<typeof createBankStore>;

export const createBankStore = (connection: Connection) => {
  const items = connection.collection<ItemDocument>('bankItems');
  return {
    ensureIndexes: async (): Promise<void> => {
      await items.createIndex({ code: 1, version: 1 }, { unique: true }, {});
    },

    /** Every version saved here, by code, oldest first. */
    all: async (): Promise<readonly OwnVersion[]> =>
      (await items.find({}).sort({ code: 1, version: 1 }).toArray()).map(({ _id, ...version }) => version),

    /** True when written, false when this version of the code is there already. */
    addOnce: async (version: OwnVersion): Promise<boolean> => {
      return insertOnce(items.insertOne({ _id: `${version.code}:${version.version}`, ...version }));
    },
  };
};
