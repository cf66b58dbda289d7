import { rmSync } from 'node:fs';
import { Catalog } from '../../src/embedded-mongo/catalog/catalog';
import { WriteQueue } from '../../src/embedded-mongo/commands/write-queue';
import { Refusal } from '../../src/embedded-mongo/refusal';
import type { KeyValueStore } from '../../src/embedded-mongo/store/key-value-store';
import { formatKey } from '../../src/embedded-mongo/store/keys';
import { openLmdbStore } from '../../src/embedded-mongo/store/lmdb-store';
import { temporaryDirectory } from './running-store';

const dir = temporaryDirectory();
let store: KeyValueStore;
let flushes = 0;

const open = (): { readonly catalog: Catalog; readonly writes: WriteQueue } => {
  const counted: KeyValueStore = {
    ...store,
    transact: (work) => {
      flushes++;
      store.transact(work);
    },
  };
  const catalog = new Catalog(counted);
  return { catalog, writes: new WriteQueue(counted, catalog) };
};

beforeAll(() => {
  store = openLmdbStore(dir);
});
afterAll(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

describe('writes that arrive together', () => {
  it('share one flush', async () => {
    const { writes } = open();
    flushes = 0;
    await Promise.all(Array.from({ length: 20 }, (_, n) => writes.run(() => ({ n }))));
    expect(flushes).toBe(1);
  });

  it('are refused one by one', async () => {
    const { writes } = open();
    const results = await Promise.allSettled([
      writes.run(() => ({ ok: 1 })),
      writes.run(() => {
        throw new Refusal(2, 'no');
      }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('survive a fault in one of them, of which nothing remains', async () => {
    const { catalog, writes } = open();
    const results = await Promise.allSettled([
      writes.run(() => ({ id: catalog.create('a.good').id })),
      writes.run(() => {
        catalog.create('a.bad');
        throw new TypeError('our own fault');
      }),
    ]);
    expect([results.map(({ status }) => status), catalog.all().map(({ namespace }) => namespace)]).toEqual([
      ['fulfilled', 'rejected'],
      ['a.good'],
    ]);
  });
});

describe('data of a newer format', () => {
  it('are refused, not guessed at', () => {
    store.transact(() => {
      store.put(formatKey, Buffer.from('2'));
    });
    expect(open).toThrow('written in format 2; this program reads format 1');
  });
});
