import type { Document } from 'bson';
import { MongoClient } from 'mongodb';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedded } from '../../src/embedded-mongo';
import { startEmbedded } from '../../src/embedded-mongo';
import { temporaryDirectory } from './running-store';

const rounds = 4;
const writers = 12;

/** What was acknowledged, by document; `null` = deleted. A write without answer may hold or not. */
type Ledger = Map<number, { readonly known: number | null; readonly pending?: number | null }>;

const dir = temporaryDirectory();
let embedded: Embedded;

beforeAll(async () => {
  embedded = await startEmbedded({ dir });
});
afterAll(async () => {
  await embedded.stop();
  rmSync(dir, { recursive: true, force: true });
});

const connect = async (): Promise<MongoClient> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await new MongoClient(embedded.uri, { serverSelectionTimeoutMS: 1000, maxPoolSize: writers }).connect();
    } catch (error) {
      if (attempt > 20) throw error;
    }
  }
};

/** Inserts, changes and deletes documents of its own until the store dies under it. */
const write = async (client: MongoClient, ledger: Ledger, first: number): Promise<void> => {
  const answers = client.db('test').collection('answers');
  for (let id = first; ; id += writers) {
    const steps: [number | null, () => Promise<unknown>][] = [
      [0, () => answers.insertOne({ _id: id, step: 0, key: `k${id}` } as Document)],
      [1, () => answers.updateOne({ _id: id } as Document, { $set: { step: 1 } })],
      [null, () => answers.deleteOne({ _id: id } as Document)],
    ];
    for (const [step, run] of steps.slice(0, 1 + (id % 3))) {
      const known = ledger.get(id)?.known ?? null;
      ledger.set(id, { known, pending: step });
      await run();
      ledger.set(id, { known: step });
    }
  }
};

const round = async (ledger: Ledger, first: number): Promise<void> => {
  const client = await connect();
  const work = Array.from({ length: writers }, (_, writer) =>
    write(client, ledger, first + writer).catch(() => undefined),
  );
  const enough = ledger.size + 4 * writers;
  await sleep(200 + Math.random() * 300);
  while (ledger.size < enough) await sleep(5);
  process.kill(embedded.pid(), 'SIGKILL');
  await Promise.all(work);
  await client.close(true);
};

describe('a store that is killed in the middle of its work', () => {
  it('has lost nothing that it acknowledged, and its indexes agree with its documents', async () => {
    const setUp = await connect();
    await setUp
      .db('test')
      .collection('answers')
      .createIndexes([{ key: { key: 1 }, unique: true }, { key: { step: 1 } }]);
    await setUp.close();
    const ledger: Ledger = new Map();
    for (let n = 0; n < rounds; n++) await round(ledger, n * 1_000_000);

    const client = await connect();
    const answers = client.db('test').collection('answers');
    const kept = new Map(
      (await answers.find().toArray()).map((answer) => [answer['_id'] as unknown as number, answer['step'] as number]),
    );
    const wrong = [...ledger].filter(([id, { known, pending }]) => {
      const found = kept.get(id) ?? null;
      return found !== known && found !== pending;
    });
    const byIndex = await Promise.all([0, 1].map((step) => answers.countDocuments({ step })));
    const byKey = await answers
      .find({ key: { $gt: '' } })
      .sort({ key: 1 })
      .toArray();
    const count = await answers.estimatedDocumentCount();
    await client.close();
    expect(ledger.size).toBeGreaterThan(rounds * writers);
    expect({ wrong, byIndex: byIndex.reduce((sum, n) => sum + n, 0), byKey: byKey.length, count }).toEqual({
      wrong: [],
      byIndex: kept.size,
      byKey: kept.size,
      count: kept.size,
    });
  });
});

describe('many writers at once', () => {
  it('share flushes, so that together they are faster than one after the other', async () => {
    const client = await connect();
    const single = client.db('test').collection('single');
    const perSecond = async (concurrency: number, total: number): Promise<number> => {
      const start = performance.now();
      let left = total;
      const one = async (): Promise<void> => {
        while (left-- > 0) await single.insertOne({ answer: 'text', at: new Date() });
      };
      await Promise.all(Array.from({ length: concurrency }, one));
      return (total / (performance.now() - start)) * 1000;
    };
    await perSecond(10, 200);
    const alone = await perSecond(1, 100);
    const together = await perSecond(50, 1000);
    await client.close();
    expect(together).toBeGreaterThan(alone);
  });
});
