import { MongoClient } from 'mongodb';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fillDisk } from '../../scripts/crash-full-disk';
import { crashRounds } from '../../scripts/crash-rounds';
import type { Embedded } from '../../src/embedded-mongo';
import { startEmbedded } from '../../src/embedded-mongo';
import { temporaryDirectory } from './running-store';

const rounds = 5;
const seed = 20_260_301;
const writers = 12;

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

describe('a store that is killed in the middle of its work', () => {
  it('has lost nothing that it acknowledged, and its indexes agree with its documents', async () => {
    const folder = temporaryDirectory();
    const verdict = await crashRounds(folder, rounds, seed, () => undefined);
    rmSync(folder, { recursive: true, force: true });
    expect(verdict.acknowledged).toBeGreaterThan(0);
    expect(verdict).toMatchObject({ lost: 0, returned: 0, disagreements: [] });
  }, 240_000);
});

describe('a store whose disk is full', () => {
  it('says so, goes on reading, has lost nothing and writes again when there is room', async () => {
    const folder = join(temporaryDirectory(), 'disk');
    const verdict = await fillDisk(folder);
    rmSync(folder, { recursive: true, force: true });
    if (!verdict) {
      process.stdout.write('The full disk is skipped: a small disk cannot be mounted here (it takes root).\n');
      expect(verdict).toBeNull();
      return;
    }
    const { sentence, acknowledged, readable, valid, resumed, afterRestart } = verdict;
    expect(sentence).toContain('is full: nothing of this write was stored');
    expect([readable, valid, resumed, afterRestart]).toEqual([acknowledged, true, true, acknowledged + 1]);
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
