import { createHash, type Hash } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { decode } from '../../embedded-mongo';
import { BackupFault, FORMAT, readRecords, VERSION } from './backup-format';
import { digestOf, type Counted } from './write-backup';

/** Stands in the database from the first to the last step of a restore. */
const MARK = 'restoreInProgress';
const BATCH_DOCUMENTS = 1_000;
const BATCH_BYTES = 8 * 1024 * 1024;

interface Ended extends Counted {
  readonly sha256: string;
}

/**
 * Puts a backup into an empty database: the file is read and checked to its end before anything is written, and what
 * was written is read again and compared, collection by collection.
 */
export const restoreBackup = async (db: Db, path: string, now: Date): Promise<readonly Counted[]> => {
  await checkEmpty(db);
  const checked = await checkFile(path);
  await db.collection<{ _id: string }>(MARK).insertOne({ _id: MARK, file: path, startedAt: now } as { _id: string });
  const indexes = await writeDocuments(db, path);
  for (const { collection, documents, sha256 } of checked) {
    const found = await digestOf(db, collection);
    if (found.count !== documents || found.sha256 !== sha256)
      throw new BackupFault(
        `${collection}: ${found.count} documents were written, the backup holds ${documents}; their checksums ${found.sha256 === sha256 ? 'agree' : 'differ'}. The restored data are not complete.`,
      );
  }
  for (const [collection, specs] of indexes) await createIndexes(db, collection, specs);
  await db.dropCollection(MARK);
  return checked;
};

/** Says so when an earlier restore did not reach its end. */
export const interruptedRestore = async (db: Db): Promise<BackupFault | null> => {
  const mark = await db.collection<{ _id: string; file?: unknown; startedAt?: unknown }>(MARK).findOne({ _id: MARK });
  if (!mark) return null;
  const startedAt = mark.startedAt instanceof Date ? mark.startedAt.toISOString() : 'an unknown time';
  return new BackupFault(
    `A restore of ${String(mark.file)}, started at ${startedAt}, did not reach its end: the data are incomplete. Empty the database "${db.databaseName}" (for the embedded store delete its folder) and restore again.`,
  );
};

const checkEmpty = async (db: Db): Promise<void> => {
  const interrupted = await interruptedRestore(db);
  if (interrupted) throw interrupted;
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  if (collections.length > 0)
    throw new BackupFault(
      `The database "${db.databaseName}" is not empty (it has ${collections.length} collections). A backup is restored into an empty database only: choose another DATA_DIR or MONGODB_URI.`,
    );
};

/** Everything that the file promises, held against what it contains. */
const checkFile = async (path: string): Promise<readonly Ended[]> => {
  const ended: Ended[] = [];
  let hash: Hash = createHash('sha256');
  let documents = 0;
  let state: 'nothing yet' | 'between' | 'inside' | 'finished' = 'nothing yet';
  for await (const record of readRecords(path)) {
    if (state === 'finished') throw new BackupFault('The backup goes on after its end: it is damaged.');
    if ('raw' in record) {
      hash.update(record.raw);
      documents += 1;
      if (state !== 'inside') throw new BackupFault('The backup holds documents of no collection: it is damaged.');
    } else if (state === 'nothing yet') {
      checkHeader(record.fields);
      state = 'between';
    } else if (typeof record.fields['collection'] === 'string') {
      [hash, documents, state] = [createHash('sha256'), 0, 'inside'];
    } else if (typeof record.fields['end'] === 'string') {
      ended.push(checkEnd(record.fields, documents, hash.digest('hex')));
      state = 'between';
    } else if (record.fields['finished'] === true) {
      if (record.fields['collections'] !== ended.length)
        throw new BackupFault('Collections are missing from the backup.');
      state = 'finished';
    }
  }
  if (state !== 'finished') throw new BackupFault('The backup was not finished: its end is missing.');
  return ended;
};

const checkHeader = ({ backup, version }: Document): void => {
  if (backup !== FORMAT) throw new BackupFault('The file is not a backup of this program.');
  if (version !== VERSION)
    throw new BackupFault(`The backup has format ${String(version)}; this program reads format ${VERSION}.`);
};

const checkEnd = ({ end, count, sha256 }: Document, documents: number, digest: string): Ended => {
  if (count !== documents || sha256 !== digest)
    throw new BackupFault(`The backup of ${String(end)} is damaged: its count or its checksum does not agree.`);
  return { collection: String(end), documents, sha256: digest };
};

/** Documents first; indexes follow when these are verified, lest a time index delete what is being counted. */
const writeDocuments = async (db: Db, path: string): Promise<ReadonlyMap<string, readonly Document[]>> => {
  const indexes = new Map<string, readonly Document[]>();
  let name = '';
  let batch: Buffer[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await db.command({ insert: name, documents: batch.map(decode), ordered: true });
    [batch, bytes] = [[], 0];
  };
  for await (const record of readRecords(path)) {
    if ('raw' in record) {
      batch.push(Buffer.from(record.raw));
      bytes += record.raw.length;
      if (batch.length >= BATCH_DOCUMENTS || bytes >= BATCH_BYTES) await flush();
    } else if (typeof record.fields['collection'] === 'string') {
      name = record.fields['collection'];
      await db.command({ create: name, ...(record.fields['options'] as Document) });
      indexes.set(name, record.fields['indexes'] as Document[]);
    } else await flush();
  }
  return indexes;
};

const createIndexes = async (db: Db, collection: string, specs: readonly Document[]): Promise<void> => {
  const indexes = specs.filter(({ name }) => name !== '_id_').map(({ ns: _namespace, ...spec }) => spec);
  if (indexes.length > 0) await db.command({ createIndexes: collection, indexes });
};
