import type { Document } from 'bson';
import type { RunningStore } from './running-store';
import { runStore } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
  const places = store.db.collection('places');
  await places.insertMany([
    { _id: 1, name: 'Łódź', tags: ['Miasto'], n: 10 },
    { _id: 2, name: 'łódź', tags: ['wieś'], n: 9 },
    { _id: 3, name: 'Lodz', tags: [], n: 2 },
    { _id: 4, name: 'Zielona Góra', address: { street: 'Długa' } },
  ] as Document[]);
  await places.createIndexes([
    { key: { name: 1 } },
    { key: { n: 1 } },
    { key: { tags: 1 }, partialFilterExpression: { tags: 'miasto' } },
  ]);
});
afterAll(() => store.close());

const ids = async (filter: Document, collation: Document): Promise<number[]> =>
  (
    await store.db
      .collection('places')
      .find(filter, { collation: { locale: 'pl', ...collation } })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ _id }) => _id as unknown as number);

describe('a collation', () => {
  it.each<[string, Document, Document, number[]]>([
    ['of strength 3 tells case apart', { name: 'łódź' }, { strength: 3 }, [2]],
    ['of strength 2 does not, although there is an index', { name: 'ŁÓDŹ' }, { strength: 2 }, [1, 2]],
    ['holds for ranges', { name: { $gt: 'ŁÓDŹ' } }, { strength: 1 }, [4]],
    ['holds for lists, and no partial index of other texts is used', { tags: 'miasto' }, { strength: 2 }, [1]],
    ['holds for $in', { name: { $in: ['LODZ', 'x'] } }, { strength: 2 }, [3]],
    ['holds inside documents', { address: { street: 'DŁUGA' } }, { strength: 2 }, [4]],
    ['leaves other values to their index', { n: { $gt: 5 } }, { strength: 1 }, [1, 2]],
  ])('%s', async (_title, filter, collation, expected) => {
    expect(await ids(filter, collation)).toEqual(expected);
  });

  it('orders as the language does', async () => {
    const names = await store.db
      .collection('places')
      .find({ n: { $gt: 1 } }, { collation: { locale: 'pl' } })
      .sort({ name: 1 })
      .toArray();
    expect(names.map(({ name }) => name as string)).toEqual(['Lodz', 'łódź', 'Łódź']);
  });

  it('orders numbers in texts where it is asked to', async () => {
    const numbered = store.db.collection('numbered');
    await numbered.insertMany(['p10', 'p9', 'p1'].map((name) => ({ name })));
    const found = await numbered
      .find({}, { collation: { locale: 'pl', numericOrdering: true } })
      .sort({ name: 1 })
      .toArray();
    expect(found.map(({ name }) => name as string)).toEqual(['p1', 'p9', 'p10']);
  });
});
