import { statfsSync } from 'node:fs';
import { open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import { Refusal } from '../refusal';
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
      try {
        database.transactionSync(work);
      } catch (error) {
        throw isFull(error, folder) ? diskFull() : error;
      }
    },
    close: () => database.close(),
  };
};

const fullCodes: ReadonlySet<unknown> = new Set([28, 122, -30792]);
const inputOutputError = 5;
const littleRoomBytes = 1024 * 1024;

/** No space, no quota, no map; a write that was cut short says "input/output error", and then the room left tells. */
const isFull = (error: unknown, folder: string): boolean => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== inputOutputError) return fullCodes.has(code);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < littleRoomBytes;
};

const diskFull = (): Refusal =>
  new Refusal(
    14031,
    'The disk with the data directory is full: nothing of this write was stored. Make room and write again.',
  );

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
