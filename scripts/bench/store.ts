import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open as openLmdb } from 'lmdb';
import { openDatabase, serveStore, type OpenDatabase } from '../../src/platform/storage';
import type { Bench, Row } from './report';

type Db = OpenDatabase['db'];

const CONCURRENCIES = [1, 16, 64] as const;
const DOCUMENT_BYTES = 2_000;
const SECONDS = 5;
const MANY = 100_000;
const LOADED_AT_ONCE = 1_000;
const RANGE = 100;

interface Place {
  readonly db: Db;
  readonly pid: () => number;
}

/** A document of two kilobytes whose text cannot be foretold. */
const answer = (n: number) => ({
  n,
  at: new Date(),
  text: randomBytes(DOCUMENT_BYTES / 2 - 40).toString('hex'),
});

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

/** How often `act` runs per second, by so many at a time. */
const rate = async (concurrency: number, act: (n: number) => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  let done = 0;
  let next = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - start < SECONDS * 1_000) {
      await act(next++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return (done / (performance.now() - start)) * 1_000;
};

/** Commits of the same bytes straight into the storage library, each flushed: what the disk allows. */
const rawCommits = async (folder: string, together: number): Promise<number> => {
  const database = openLmdb<Buffer, string>({ path: folder, encoding: 'binary', overlappingSync: false });
  const bytes = randomBytes(DOCUMENT_BYTES);
  const start = performance.now();
  let written = 0;
  while (performance.now() - start < SECONDS * 1_000) {
    database.transactionSync(() => {
      for (let n = 0; n < together; n += 1) {
        database.putSync(`k${written + n}`, bytes);
      }
    });
    written += together;
  }
  const perSecond = (written / (performance.now() - start)) * 1_000;
  await database.close();
  return perSecond;
};

const measureInserts = async ({ db }: Place, folder: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const concurrency of CONCURRENCIES) {
    const collection = db.collection(`inserts${concurrency}`);
    const perSecond = await rate(concurrency, (n) => collection.insertOne(answer(n)));
    const raw = await rawCommits(join(folder, `raw${concurrency}`), concurrency);
    rows.push({ name: `insert c${concurrency}`, metrics: { perSecond } });
    rows.push({ name: `raw commits of ${concurrency}`, metrics: { perSecond: raw } });
  }
  return rows;
};

const load = async ({ db }: Place): Promise<void> => {
  const collection = db.collection('many');
  await collection.createIndex({ n: 1 }, { unique: true }, {});
  for (let n = 0; n < MANY; n += LOADED_AT_ONCE)
    await collection.insertMany(Array.from({ length: LOADED_AT_ONCE }, (_, at) => answer(n + at)));
};

const measureReads = async ({ db }: Place): Promise<readonly Row[]> => {
  const collection = db.collection('many');
  const start = (n: number): number => (n * 7_919) % (MANY - RANGE);
  const scan = async (): Promise<void> => {
    for await (const _document of collection.find().batchSize(1_000));
  };
  return [
    { name: 'point read c1', metrics: { perSecond: await rate(1, (n) => collection.findOne({ n: start(n) })) } },
    { name: 'point read c16', metrics: { perSecond: await rate(16, (n) => collection.findOne({ n: start(n) })) } },
    {
      name: `indexed range of ${RANGE}`,
      metrics: {
        perSecond: await rate(1, (n) =>
          collection
            .find({ n: { $gte: start(n), $lt: start(n) + RANGE } })
            .sort({ n: 1 })
            .toArray(),
        ),
      },
    },
    { name: 'full scan', metrics: { documents: MANY, ms: await timed(scan) } },
  ];
};

/** Memory that is the process's own, in MB: pages of the data file, which the system can drop, do not count. */
const anonymousMb = (pid: number): number => {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/RssAnon:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1_024 : Number.NaN;
};

const withPlace = async <Result>(folder: string, act: (place: Place) => Promise<Result>): Promise<Result> => {
  const store = await serveStore(folder, console.error);
  const { db, close } = await openDatabase({ mongodbUri: store.uri, dataDir: folder });
  try {
    return await act({ db, pid: store.pid });
  } finally {
    await close();
    await store.stop();
  }
};

const reopen = (folder: string): Promise<Row> => {
  const start = performance.now();
  return withPlace(folder, async ({ db, pid }) => {
    await db.collection('many').findOne({ n: 1 });
    return { name: 'reopen', metrics: { ms: performance.now() - start, anonymousMb: anonymousMb(pid()) } };
  });
};

const perSecond = (rows: readonly Row[], name: string): number =>
  rows.find((row) => row.name === name)?.metrics['perSecond'] ?? Number.NaN;

/** The embedded store by itself: durable inserts, reads, a full scan, reopening, memory; against bare commits in the same run. */
export const benchStore = async (): Promise<Bench> => {
  const folder = mkdtempSync(join(tmpdir(), 'es-bench-'));
  try {
    const inserts = await withPlace(join(folder, 'inserts'), (place) => measureInserts(place, folder));
    const reads = await withPlace(join(folder, 'many'), async (place) => {
      const ms = await timed(() => load(place));
      const loaded = { name: 'load', metrics: { documents: MANY, ms, anonymousMb: anonymousMb(place.pid()) } };
      return [loaded, ...(await measureReads(place))];
    });
    const rows = [...inserts, ...reads, await reopen(join(folder, 'many'))];
    const ratios = Object.fromEntries(
      CONCURRENCIES.map((c) => [
        `insert c${c} / raw commits of ${c}`,
        perSecond(rows, `insert c${c}`) / perSecond(rows, `raw commits of ${c}`),
      ]),
    );
    return { bench: 'store', rows, ratios };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
