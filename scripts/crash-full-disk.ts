import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, serveStore } from '../src/platform/storage';

const DISK_MB = 24;
const BALLAST_MB = 8;
const DOCUMENT_BYTES = 20_000;
const MOST_DOCUMENTS = 5_000;

export interface FullDiskVerdict {
  readonly sentence: string;
  readonly acknowledged: number;
  readonly readable: number;
  readonly valid: boolean;
  readonly resumed: boolean;
  readonly afterRestart: number;
}

/** Mounts a small disk in memory; false where this is not allowed. */
const mountSmallDisk = (folder: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Fills the disk under the store, reads, makes room, writes again; null where no small disk can be made. */
export const fillDisk = async (folder: string): Promise<FullDiskVerdict | null> => {
  mkdirSync(folder, { recursive: true });
  if (!mountSmallDisk(folder)) return null;
  try {
    return await fill(folder);
  } finally {
    execFileSync('umount', [folder]);
  }
};

const fill = async (folder: string): Promise<FullDiskVerdict> => {
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(BALLAST_MB * 1024 * 1024, 1));
  const store = await serveStore(folder, () => undefined);
  const { db, close } = await openDatabase({ mongodbUri: store.uri, dataDir: folder });
  const collection = db.collection('answers');
  await collection.createIndex({ n: 1 }, { unique: true }, {});
  let acknowledged = 0;
  let sentence = '';
  const insert = (n: number): Promise<unknown> => collection.insertOne({ n, text: 'x'.repeat(DOCUMENT_BYTES) });
  try {
    for (; acknowledged < MOST_DOCUMENTS; acknowledged += 1) await insert(acknowledged);
  } catch (error) {
    sentence = error instanceof Error ? error.message : String(error);
  }
  const readable = (await collection.find({ n: { $gte: 0 } }).toArray()).length;
  const { valid } = await db.command({ validate: 'answers' });
  rmSync(ballast);
  const resumed = await insert(acknowledged).then(
    () => true,
    () => false,
  );
  await close();
  await store.stop();
  return { sentence, acknowledged, readable, valid: valid === true, resumed, afterRestart: await countAgain(folder) };
};

const countAgain = async (folder: string): Promise<number> => {
  const { db, close } = await openDatabase({ dataDir: folder });
  const count = await db.collection('answers').countDocuments({ n: { $gte: 0 } });
  await close();
  return count;
};
