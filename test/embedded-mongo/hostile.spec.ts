import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from 'bson';
import { listen } from '../../src/embedded-mongo/wire/listen';
import { body, frame, isClosed, openSocket, readReply, sequence } from './raw-wire';
import type { RunningStore } from './running-store';
import { codeOf, runStore, temporaryDirectory } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

const socketPath = (): string => join(store.dir, 'store.sock');
const stillAnswers = async (): Promise<boolean> => (await store.db.command({ ping: 1 }))['ok'] === 1;

/** Memory of its own, in MB; NaN where the system does not tell. */
const anonymousMb = (): number => {
  try {
    const status = readFileSync(`/proc/${store.embedded.pid()}/status`, 'utf8');
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

describe('thousands of damaged messages', () => {
  it('are answered or end their connection, and the store lives on', async () => {
    const pid = store.embedded.pid();
    const whole = [
      frame(0, body({ find: 'a', filter: { a: { $in: [1, 'x', null] }, b: /x/i }, sort: { a: -1 } })),
      frame(
        0,
        body({ update: 'a' }),
        sequence('updates', { q: { a: 1 }, u: { $push: { b: { $each: [1], $slice: -3 } } }, upsert: true }),
      ),
      frame(0, body({ aggregate: 'a', pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {} })),
      frame(1, body({ insert: 'a', documents: [{ a: 1.5, b: [new Date(0)] }] }), Buffer.alloc(4)),
    ];
    let seed = 1;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    for (let n = 0; n < 1500; n++) {
      const bytes = Buffer.from(whole[n % whole.length]!);
      for (let flips = random(4); flips >= 0; flips--) bytes[4 + random(bytes.length - 4)] = random(256);
      const socket = await openSocket(socketPath());
      socket.end(n % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes);
      socket.resume();
      if (n % 50 === 0) await once(socket, 'close');
    }
    expect([await stillAnswers(), store.embedded.pid()]).toEqual([true, pid]);
  }, 60_000);
});

describe('nesting', () => {
  const deep = (levels: number, wrap: (inner: unknown) => unknown): Document => {
    let nested: unknown = 1;
    for (let level = 0; level < levels; level++) nested = wrap(nested);
    return nested as Document;
  };

  it.each<[string, (inner: unknown) => unknown]>([
    ['$and', (inner) => ({ $and: [typeof inner === 'number' ? {} : inner] })],
    ['$elemMatch', (inner) => ({ a: { $elemMatch: typeof inner === 'number' ? {} : inner } })],
    ['documents', (inner) => ({ a: inner })],
  ])('of %s is answered or refused', async (_title, wrap) => {
    for (const levels of [40, 90, 1000]) {
      const socket = await openSocket(socketPath());
      socket.write(frame(0, body({ find: 'a', filter: deep(levels, wrap) })));
      const answered = await Promise.race([readReply(socket).then(() => true), isClosed(socket)]);
      socket.destroy();
      expect(answered).toBe(true);
    }
    expect(await stillAnswers()).toBe(true);
  });
});

describe('a client that stops in the middle', () => {
  it.each<[string, Buffer]>([
    ['of a message', frame(0, body({ ping: 1 })).subarray(0, 30)],
    ['of a header', Buffer.from([1, 0])],
  ])('%s is let go', async (_title, bytes) => {
    const folder = temporaryDirectory();
    const path = join(folder, 'own.sock');
    const own = await listen({
      socketPath: path,
      answer: () => Promise.resolve({ ok: 1 }),
      log: () => undefined,
      patienceMs: 200,
    });
    const [halfOpen, idle] = [await openSocket(path), await openSocket(path)];
    halfOpen.write(bytes);
    expect([await isClosed(halfOpen), idle.destroyed]).toEqual([true, false]);
    idle.destroy();
    await own.close();
    rmSync(folder, { recursive: true });
  });

  it('of reading a large reply is let go', async () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'own.sock');
    const large = { text: 'x'.repeat(10_000_000), ok: 1 };
    const own = await listen({
      socketPath: path,
      answer: () => Promise.resolve(large),
      log: () => undefined,
      patienceMs: 200,
    });
    const socket = await openSocket(path);
    socket.write(frame(0, body({ ping: 1 })));
    await sleep(800);
    expect([
      await isClosed(socket),
      await new Promise((done) =>
        own.server.getConnections((_error, count) => {
          done(count);
        }),
      ),
    ]).toEqual([true, 0]);
    await own.close();
    rmSync(folder, { recursive: true });
  });
});

describe('memory stays bounded', () => {
  it('under many unfinished messages of the largest size', async () => {
    const large = Buffer.alloc(40_000_000);
    large.writeInt32LE(47_000_000, 0);
    large.writeInt32LE(2013, 12);
    const sockets = await Promise.all(Array.from({ length: 9 }, () => openSocket(socketPath())));
    for (const socket of sockets) socket.write(large);
    const closed = await Promise.race(sockets.map(isClosed));
    const held = anonymousMb();
    for (const socket of sockets) socket.destroy();
    expect([await stillAnswers(), closed]).toEqual([true, true]);
    expect(Number.isNaN(held) || held < 700).toBe(true);
  }, 30_000);

  it('under thousands of idle cursors, of which those that hold the most are given up first', async () => {
    await store.db
      .collection('sorted')
      .insertMany(Array.from({ length: 20 }, (_, n) => ({ n, text: 'x'.repeat(1_000_000) })));
    const open = async (command: Document): Promise<bigint> =>
      ((await store.db.command(command, { useBigInt64: true }))['cursor'] as { id: bigint }).id;
    const first = await open({ find: 'sorted', sort: { text: 1 }, batchSize: 1, projection: { n: 1 } });
    for (let n = 0; n < 2000; n++) await open({ find: 'sorted', batchSize: 1, projection: { n: 1 } });
    for (let n = 0; n < 30; n++) await open({ find: 'sorted', sort: { text: -1 }, batchSize: 1, projection: { n: 1 } });
    expect(await codeOf(store.db.command({ getMore: first, collection: 'sorted' }))).toBe(43);
    expect(anonymousMb()).not.toBeGreaterThan(900);
  }, 60_000);
});
