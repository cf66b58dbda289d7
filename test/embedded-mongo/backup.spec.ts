import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'bson';
import { Binary, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { MongoClient } from 'mongodb';
import { openDatabase, openStorage, restoreBackup, writeBackup } from '../../src/platform/storage';
import type { RunningStore } from './running-store';
import { runStore, temporaryDirectory } from './running-store';

const now = new Date('2026-03-01T12:00:00Z');
const dist = join(__dirname, '..', '..', 'dist', 'scripts');
const folder = temporaryDirectory();
const file = join(folder, 'all.backup');
let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
  const answers = store.db.collection('answers');
  await answers.insertMany([
    {
      _id: 1,
      values: new Map([
        ['10', 'b'],
        ['1', 'a'],
      ]),
      long: Long.fromString('9007199254740993'),
      at: now,
    },
    {
      _id: 'text',
      decimal: Decimal128.fromString('1.10'),
      bytes: new Binary(Buffer.from('x'), 4),
      stamp: new Timestamp({ t: 1, i: 2 }),
    },
    { _id: new ObjectId(), none: null, pattern: /a.c/i, double: 1.5, nested: [{ a: [1, [2]] }] },
  ] as Document[]);
  await answers.createIndexes([
    { key: { 'nested.a': 1, at: -1 } },
    { key: { long: 1 }, unique: true, partialFilterExpression: { long: { $gt: 5 } } },
    { key: { at: 1 }, expireAfterSeconds: 2_000_000_000 },
  ]);
  await store.db
    .collection('many')
    .insertMany(Array.from({ length: 2500 }, (_, n) => ({ n, text: 'x'.repeat(n % 100) })));
  await store.db.createCollection('empty', { validator: { a: { $exists: true } } });
  await writeBackup(store.db, file, now);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const restoredInto = async <Result>(
  path: string,
  look: (db: RunningStore['db']) => Promise<Result>,
): Promise<Result> => {
  const other = await runStore();
  try {
    await restoreBackup(other.db, path, now);
    return await look(other.db);
  } finally {
    await other.close();
  }
};

const altered = (change: (bytes: Buffer) => Buffer): string => {
  const path = join(folder, 'altered.backup');
  writeFileSync(path, change(readFileSync(file)));
  return path;
};

const refusal = (path: string): Promise<string> =>
  restoredInto(path, () => Promise.resolve('restored')).catch((error: unknown) => (error as Error).message);

describe('a backup', () => {
  it('restores every byte, every index and every option', async () => {
    const second = join(folder, 'second.backup');
    await restoredInto(file, (db) => writeBackup(db, second, now));
    expect(readFileSync(second).equals(readFileSync(file))).toBe(true);
  });

  it('is readable by its owner only, and never replaces a file', async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(writeBackup(store.db, file, now)).rejects.toThrow('exists already');
  });

  it('leaves no file behind when it fails', async () => {
    const closed = await new MongoClient(store.embedded.uri).connect();
    const db = closed.db('test');
    const listed = db.listCollections.bind(db);
    Object.assign(db, {
      listCollections: () => ({ toArray: async () => [...(await listed().toArray()), { name: 'v', type: 'view' }] }),
    });
    await expect(writeBackup(db, join(folder, 'failed.backup'), now)).rejects.toThrow('v is a view');
    await closed.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([]);
  });
});

describe('a restore refuses', () => {
  it('a database that is not empty', async () => {
    await expect(restoreBackup(store.db, file, now)).rejects.toThrow('is not empty (it has 3 collections)');
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['a file cut within a record', (bytes) => bytes.subarray(0, bytes.length - 100), 'ends in the middle of a record'],
    [
      'a file without its end',
      (bytes) => bytes.subarray(0, bytes.length - bytes.subarray(bytes.lastIndexOf('finished') - 5).length),
      'its end is missing',
    ],
    [
      'a changed answer',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('xxxxx', 'xxxxy'), 'latin1'),
      'its count or its checksum',
    ],
    ['another kind of file', () => Buffer.from('{"a": 1, "b": 2}'), 'not a backup'],
    [
      'a backup of a later program',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('version\0\x01', 'version\0\x02'), 'latin1'),
      'has format 2',
    ],
  ])('%s', async (_title, change, sentence) => {
    expect(await refusal(altered(change))).toContain(sentence);
  });
});

describe('an interrupted restore', () => {
  it('is told to who restores again and to who starts the application', async () => {
    const dataDir = temporaryDirectory();
    const { db, close } = await openDatabase({ dataDir });
    await db.collection('restoreInProgress').insertOne({ _id: 'restoreInProgress', file, startedAt: now } as Document);
    const again = await restoreBackup(db, file, now).catch((error: unknown) => (error as Error).message);
    await close();
    await expect(openStorage({ dataDir })).rejects.toThrow('did not reach its end: the data are incomplete');
    expect(again).toContain(`A restore of ${file}, started at 2026-03-01T12:00:00.000Z, did not reach its end`);
    rmSync(dataDir, { recursive: true });
  });
});

describe('the store alone', () => {
  const run = (script: string, dataDir: string, ...words: string[]) =>
    spawn(process.execPath, [join(dist, script), ...words], {
      env: { ...process.env, DATA_DIR: dataDir, MONGODB_URI: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('prints an address that several programs share, and can be backed up and restored meanwhile', async () => {
    const dataDir = temporaryDirectory();
    const serving = run('store.js', dataDir);
    let said = '';
    for await (const part of serving.stdout as AsyncIterable<Buffer>) {
      said += part.toString();
      if (said.includes('MONGODB_URI=')) break;
    }
    const mongodbUri = /MONGODB_URI=(\S+)/.exec(said)?.[1] ?? '';
    const [first, second] = await Promise.all([
      openStorage({ mongodbUri, dataDir }),
      openStorage({ mongodbUri, dataDir }),
    ]);
    await first.connection.collection('a').insertOne({ shared: true });
    const seen = await second.connection.collection('a').findOne({});
    await Promise.all([first.close(), second.close()]);
    const path = join(dataDir, 'running.backup');
    const [code] = (await once(run('backup.js', dataDir, path), 'exit')) as [number];
    serving.kill('SIGTERM');
    await once(serving, 'exit');
    const into = temporaryDirectory();
    const [restored] = (await once(run('restore.js', into, path), 'exit')) as [number];
    const { db, close } = await openDatabase({ dataDir: into });
    const found = await db.collection('a').findOne({});
    await close();
    expect([seen?.['shared'], code, restored, found?.['shared'], existsSync(`${path}.part`)]).toEqual([
      true,
      0,
      0,
      true,
      false,
    ]);
    for (const each of [dataDir, into]) rmSync(each, { recursive: true });
  });
});
