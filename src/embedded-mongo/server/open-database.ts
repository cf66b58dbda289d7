import { join } from 'node:path';
import { Catalog } from '../catalog/catalog';
import { Cursors } from '../commands/cursors';
import { answerMessage } from '../commands/dispatch';
import type { Database } from '../commands/request';
import { Sessions } from '../commands/sessions';
import { WriteQueue } from '../commands/write-queue';
import { Engine } from '../engine/engine';
import { openLmdbStore } from '../store/lmdb-store';
import { listen } from '../wire/listen';
import { sweepExpired } from './expiry';

const sweepEveryMs = 5_000;

export interface Serving {
  readonly close: () => Promise<void>;
}

/** Opens the data in `folder` and serves them on a unix socket until closed. */
export const serveDatabase = async (
  folder: string,
  socketPath: string,
  log: (sentence: string) => void,
): Promise<Serving> => {
  const store = openLmdbStore(join(folder, 'lmdb'));
  const catalog = new Catalog(store);
  const database: Database = {
    store,
    catalog,
    engine: new Engine(store, catalog),
    cursors: new Cursors(),
    sessions: new Sessions(),
  };
  const writes = new WriteQueue(store, catalog);
  const listening = await listen({
    socketPath,
    answer: (message) => answerMessage({ database, writes, log }, message),
    log,
  });
  const sweeping = setInterval(() => {
    database.cursors.expire();
    sweepExpired(database, writes, new Date()).catch((error: unknown) => {
      log(`Expired documents could not be deleted: ${String(error)}`);
    });
  }, sweepEveryMs);
  return {
    close: async () => {
      clearInterval(sweeping);
      await listening.close();
      await store.close();
    },
  };
};
