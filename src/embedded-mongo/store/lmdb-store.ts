import { open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import type { Entry, KeyRange, KeyValueStore } from './key-value-store';

/** `overlappingSync` must stay off: with it a commit returns before its bytes are on the disk. */
export const openLmdbStore = (folder: string): KeyValueStore => {
  const database = open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
    cache: false,
  });
  return {
    get: (key) => {
      const value = database.getBinary(key);
      return value && asBuffer(value);
    },
    put: (key, value) => {
      database.putSync(key, asBuffer(value));
    },
    remove: (key) => {
      database.removeSync(key);
    },
    range: (range) => readRange(database, range),
    transact: (work) => {
      database.transactionSync(work);
    },
    close: () => database.close(),
  };
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Checks the far bound itself: backwards, the library leaves out the end. */
function* readRange(database: RootDatabase<Buffer, Buffer>, { from, to, reverse = false }: KeyRange): Iterable<Entry> {
  const start = reverse ? to : from;
  for (const { key, value } of database.getRange({ start, reverse })) {
    const entryKey = Buffer.from(key);
    if (reverse ? Buffer.compare(entryKey, from) < 0 : Buffer.compare(entryKey, to) >= 0) return;
    if (reverse && Buffer.compare(entryKey, to) >= 0) continue;
    yield { key: entryKey, value: asBuffer(value) };
  }
}
