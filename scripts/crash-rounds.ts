import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, serveStore, type OpenDatabase } from '../src/platform/storage';

type Db = OpenDatabase['db'];
type Collection = ReturnType<Db['collection']>;

const WRITERS = 16;
const ROUNDS_PER_START = 5;
const LONGEST_WORK_MS = 500;
const RECOVERY_MS = 30_000;

/** What a document may hold: what was acknowledged last, or what a write without answer would have made. `null`: none. */
interface Entry {
  readonly known: number | null;
  readonly pending?: number | null;
}
type Ledger = Map<number, Entry>;

export interface CrashVerdict {
  readonly rounds: number;
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged inserts and updates that are not there. */
  readonly lost: number;
  /** Documents that are there although their deletion was acknowledged. */
  readonly returned: number;
  readonly disagreements: readonly string[];
  readonly slowestRecoveryMs: number;
}

/** Small, seeded, good enough to choose moments: mulberry32. */
const seededRandom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Tally {
  kills: number;
  acknowledged: number;
  slowestRecoveryMs: number;
}

/** Inserts, updates and deletes documents of its own until the store is killed. */
const write = async (collection: Collection, ledger: Ledger, firstId: number, tally: Tally): Promise<void> => {
  const kills = tally.kills;
  for (let n = firstId; tally.kills === kills; n += WRITERS) {
    const _id = n as never;
    const steps: readonly (readonly [number | null, () => Promise<unknown>])[] = [
      [0, () => collection.insertOne({ _id, step: 0, key: `k${n}`, tags: [`a${n % 7}`, `b${n % 11}`] })],
      [1, () => collection.updateOne({ _id }, { $set: { step: 1, key: `l${n}` }, $push: { tags: 'c' } } as never)],
      [null, () => collection.deleteOne({ _id })],
    ];
    for (const [step, run] of steps.slice(0, 1 + (Math.floor(n / WRITERS) % 3))) {
      const known = ledger.get(n)?.known ?? null;
      ledger.set(n, { known, pending: step });
      await run();
      ledger.set(n, { known: step });
      tally.acknowledged += 1;
    }
  }
};

const recover = async (db: Db, tally: Tally): Promise<void> => {
  const start = performance.now();
  for (;;) {
    try {
      await db.command({ ping: 1 });
      tally.slowestRecoveryMs = Math.max(tally.slowestRecoveryMs, performance.now() - start);
      return;
    } catch (error) {
      if (performance.now() - start > RECOVERY_MS) throw error;
      await sleep(20);
    }
  }
};

interface Running {
  readonly db: Db;
  readonly pid: () => number;
}

const kill = ({ pid }: Running, tally: Tally): void => {
  try {
    process.kill(pid(), 'SIGKILL');
    tally.kills += 1;
  } catch {
    // It is between two lives at this moment.
  }
};

const round = async (running: Running, ledger: Ledger, random: () => number, tally: Tally): Promise<void> => {
  const collection = running.db.collection('ledger');
  const firstId = ledger.size === 0 ? 0 : Math.max(...ledger.keys()) + 1;
  const work = Array.from({ length: WRITERS }, (_, writer) =>
    write(collection, ledger, firstId + writer, tally).catch(() => undefined),
  );
  await sleep(random() * LONGEST_WORK_MS);
  kill(running, tally);
  await Promise.all(work);
  if (random() < 0.2) {
    await sleep(100 + random() * 200);
    kill(running, tally);
  }
  await recover(running.db, tally);
};

const check = async (db: Db, ledger: Ledger): Promise<Pick<CrashVerdict, 'lost' | 'returned' | 'disagreements'>> => {
  const collection = db.collection('ledger');
  const found = new Map<number, number>();
  for await (const { _id, step } of collection.find().sort({ _id: 1 }))
    found.set(_id as unknown as number, step as number);
  const wrong = [...ledger].filter(([id, { known, pending }]) => {
    const step = found.get(id) ?? null;
    return step !== known && step !== pending;
  });
  const { valid, errors } = await db.command({ validate: 'ledger' });
  const byKey = await collection
    .find({ key: { $gt: '' } })
    .sort({ key: 1 })
    .toArray();
  return {
    lost: wrong.filter(([, { known }]) => known !== null).length,
    returned: wrong.filter(([, { known }]) => known === null).length,
    disagreements: [
      ...(valid === true ? [] : (errors as string[])),
      ...(byKey.length === found.size ? [] : [`${byKey.length} documents by their key, ${found.size} in all`]),
    ],
  };
};

const withStore = async <Result>(dataDir: string, act: (running: Running) => Promise<Result>): Promise<Result> => {
  const store = await serveStore(dataDir, () => undefined);
  const { db, close } = await openDatabase({ mongodbUri: store.uri, dataDir });
  try {
    return await act({ db, pid: store.pid });
  } finally {
    await close();
    await store.stop();
  }
};

/** Kills the store again and again under sixteen writers, and holds what it has against what it acknowledged. */
export const crashRounds = async (
  dataDir: string,
  rounds: number,
  seed: number,
  tell: (sentence: string) => void,
): Promise<CrashVerdict> => {
  const random = seededRandom(seed);
  const ledger: Ledger = new Map();
  const tally: Tally = { kills: 0, acknowledged: 0, slowestRecoveryMs: 0 };
  for (let done = 0; done < rounds; done += ROUNDS_PER_START) {
    await withStore(dataDir, async (running) => {
      await running.db
        .collection('ledger')
        .createIndexes([{ key: { key: 1 }, unique: true }, { key: { step: 1, _id: -1 } }, { key: { tags: 1 } }]);
      for (let n = done; n < Math.min(rounds, done + ROUNDS_PER_START); n += 1) {
        await round(running, ledger, random, tally);
        tell(`round ${n + 1}: ${tally.acknowledged} writes acknowledged, ${tally.kills} kills`);
      }
      const { lost, returned, disagreements } = await check(running.db, ledger);
      if (lost + returned + disagreements.length > 0)
        throw new Error(JSON.stringify({ lost, returned, disagreements }));
    });
  }
  const verdict = await withStore(dataDir, ({ db }) => check(db, ledger));
  return { rounds, ...tally, ...verdict };
};
