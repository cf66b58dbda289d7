import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { startEmbedded } from '../../embedded-mongo';
import { EMBEDDED_DATABASE, runningDatabase } from './open-database';
import { interruptedRestore } from './restore-backup';

export type { Connection } from 'mongoose';

export interface Storage {
  readonly connection: Connection;
  /** True when a write is durable right now; false (never an exception) otherwise. */
  isWritable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StorageSettings {
  /** A MongoDB to use; absent: the embedded store in `dataDir`. */
  readonly mongodbUri?: string | undefined;
  readonly dataDir: string;
}

const PROBE = 'storageProbe';
/** A store that does not answer within this time is as good as none. */
const PROBE_MS = 2_000;

const writeProbe = (connection: Connection): Promise<boolean> =>
  connection
    .collection(PROBE)
    .updateOne({ _id: PROBE as never }, { $set: { at: new Date() } }, { upsert: true, maxTimeMS: PROBE_MS })
    .then(() => true)
    .catch(() => false);

const falseAfter = (delayMs: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, delayMs).unref();
  });

/** Opens MongoDB where an address is given, the embedded store elsewhere. Mongoose does not know the difference. */
export const openStorage = async ({ mongodbUri, dataDir }: StorageSettings): Promise<Storage> => {
  const embedded = mongodbUri === undefined ? await startEmbedded({ dir: join(dataDir, 'store') }) : undefined;
  const connection = mongoose.createConnection(mongodbUri ?? embedded?.uri ?? '', {
    dbName: mongodbUri === undefined ? EMBEDDED_DATABASE : undefined,
    autoIndex: false,
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 20,
  } as mongoose.ConnectOptions);
  await connection.asPromise();
  const close = async (): Promise<void> => {
    await connection.close();
    await embedded?.stop();
  };
  const interrupted = connection.db ? await interruptedRestore(connection.db) : null;
  if (interrupted) {
    await close();
    throw interrupted;
  }
  return {
    connection,
    isWritable: () => Promise.race([writeProbe(connection), falseAfter(PROBE_MS)]),
    close,
  };
};

/** For tools: beside a program that is running on the same data, or alone. */
export const joinStorage = (settings: StorageSettings): Promise<Storage> =>
  openStorage({ ...settings, mongodbUri: settings.mongodbUri ?? runningDatabase(settings.dataDir) ?? undefined });
