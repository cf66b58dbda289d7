import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { runningStore, startEmbedded } from '../../embedded-mongo';

/** The product's database in the embedded store; an address in `MONGODB_URI` names its own. */
export const EMBEDDED_DATABASE = 'ewaluacja';

export interface StoreSettings {
  readonly mongodbUri?: string | undefined;
  readonly dataDir: string;
}

export interface OpenDatabase {
  readonly db: Db;
  readonly close: () => Promise<void>;
}

const embeddedFolder = (dataDir: string): string => join(dataDir, 'store');

/** `mongodb://…sock/?directConnection=true` with the name of the product's database. */
const withDatabase = (uri: string): string => uri.replace('/?', `/${EMBEDDED_DATABASE}?`);

/** Runs the embedded store by itself, for several programs at once; its address is what they take as `MONGODB_URI`. */
export const serveStore = async (
  dataDir: string,
  log: (sentence: string) => void,
): Promise<{ readonly uri: string; readonly pid: () => number; readonly stop: () => Promise<void> }> => {
  const embedded = await startEmbedded({ dir: embeddedFolder(dataDir), log });
  return { uri: withDatabase(embedded.uri), pid: embedded.pid, stop: embedded.stop };
};

/** Address of the product's database in an embedded store that a running program holds; null when none does. */
export const runningDatabase = (dataDir: string): string | null => {
  const uri = runningStore(embeddedFolder(dataDir));
  return uri === null ? null : withDatabase(uri);
};

/** The database for tools: the given MongoDB, the embedded store that a running program holds, or one started for now. */
export const openDatabase = async ({ mongodbUri, dataDir }: StoreSettings): Promise<OpenDatabase> => {
  const running = mongodbUri ?? runningDatabase(dataDir);
  const own = running === null ? await startEmbedded({ dir: embeddedFolder(dataDir) }) : undefined;
  const uri = running ?? withDatabase(own?.uri ?? '');
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  const close = async (): Promise<void> => {
    await client.close();
    await own?.stop();
  };
  try {
    await client.connect();
  } catch (error) {
    await close();
    throw error;
  }
  return { db: client.db(), close };
};
