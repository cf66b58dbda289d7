import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Db, Document } from 'mongodb';
import { BackupFault, FORMAT, toRecord, VERSION, wrapDocument } from './backup-format';

export interface Counted {
  readonly collection: string;
  readonly documents: number;
}

/**
 * Writes the whole database to a new file, readable by its owner only, that appears under its name when it is complete.
 * Others may write meanwhile: each collection is then as it was while it was read.
 */
export const writeBackup = async (db: Db, path: string, now: Date): Promise<readonly Counted[]> => {
  if (existsSync(path))
    throw new BackupFault(`${path} exists already. Choose another name; a backup replaces no file.`);
  const draft = `${path}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    const counted = await writeAll(db, file, now);
    await file.sync();
    await file.close();
    await rename(draft, path);
    return counted;
  } catch (error) {
    await file.close();
    await rm(draft, { force: true });
    throw error;
  }
};

const writeAll = async (db: Db, file: FileHandle, now: Date): Promise<readonly Counted[]> => {
  await file.write(toRecord({ backup: FORMAT, version: VERSION, database: db.databaseName, createdAt: now }));
  const counted: Counted[] = [];
  for (const { name, type, options } of await collectionsOf(db)) {
    if (type !== 'collection')
      throw new BackupFault(`${name} is a ${String(type)}: a backup holds plain collections only.`);
    const indexes = await db.collection(name).listIndexes().toArray();
    await file.write(toRecord({ collection: name, options: options ?? {}, indexes }));
    counted.push({ collection: name, documents: await writeDocuments(db, file, name) });
  }
  const documents = counted.reduce((sum, one) => sum + one.documents, 0);
  await file.write(toRecord({ finished: true, collections: counted.length, documents }));
  return counted;
};

const collectionsOf = async (db: Db): Promise<readonly { name: string; type?: string; options?: Document }[]> =>
  (await db.listCollections().toArray()).sort((a, b) => (a.name < b.name ? -1 : 1));

const writeDocuments = async (db: Db, file: FileHandle, name: string): Promise<number> => {
  const { count, sha256 } = await digestOf(db, name, (raw) => file.write(wrapDocument(raw)));
  await file.write(toRecord({ end: name, count, sha256 }));
  return count;
};

/** How many documents there are, and the SHA-256 of their bytes in the order of `_id`. */
export const digestOf = async (
  db: Db,
  name: string,
  each: (raw: Buffer) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ readonly count: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  let count = 0;
  const cursor = db.collection(name).find({}, { raw: true, sort: { _id: 1 }, batchSize: 1_000 });
  for await (const document of cursor) {
    const raw = document as unknown as Buffer;
    hash.update(raw);
    await each(raw);
    count += 1;
  }
  return { count, sha256: hash.digest('hex') };
};
