import type { Document } from 'bson';
import fc from 'fast-check';
import type { RunningStore } from './running-store';
import { codeOf, runStore } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

describe('a unique index', () => {
  it('refuses a second equal value with the pattern and the value', async () => {
    const people = store.db.collection('people');
    await people.createIndex({ email: 1 }, { unique: true }, {});
    await people.insertOne({ email: 'anna@rops.pl' });
    await expect(people.insertOne({ email: 'anna@rops.pl' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'anna@rops.pl' },
    });
  });

  it('counts two missing values as equal, unless it is sparse or partial', async () => {
    const strict = store.db.collection('strict');
    const sparse = store.db.collection('sparse');
    const partial = store.db.collection('partial');
    await strict.createIndex({ a: 1 }, { unique: true }, {});
    await sparse.createIndex({ a: 1 }, { unique: true, sparse: true }, {});
    await partial.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { a: { $exists: true } } }, {});
    const twice = (name: string) => store.db.collection(name).insertMany([{ b: 1 }, { b: 2 }]);
    expect([await codeOf(twice('strict')), await codeOf(twice('sparse')), await codeOf(twice('partial'))]).toEqual([
      11000,
      undefined,
      undefined,
    ]);
  });

  it('holds for each item of a list', async () => {
    const tags = store.db.collection('tags');
    await tags.createIndex({ t: 1 }, { unique: true }, {});
    await tags.insertOne({ t: ['a', 'b'] });
    expect(await codeOf(tags.insertOne({ t: ['c', 'b'] }))).toBe(11000);
  });

  it('leaves nothing behind where an insert is refused', async () => {
    const pairs = store.db.collection('pairs');
    await pairs.createIndexes([{ key: { a: 1 } }, { key: { b: 1 }, unique: true }]);
    await pairs.insertOne({ _id: 1, a: 1, b: 1 } as Document);
    await codeOf(pairs.insertOne({ _id: 2, a: 2, b: 1 } as Document));
    expect([
      await pairs.countDocuments({ a: 2 }),
      await pairs.countDocuments({}),
      await pairs.estimatedDocumentCount(),
    ]).toEqual([0, 1, 1]);
  });

  it('is not built over values that repeat', async () => {
    const doubles = store.db.collection('doubles');
    await doubles.insertMany([{ a: 1 }, { a: 1 }]);
    expect([
      await codeOf(doubles.createIndex({ a: 1 }, { unique: true }, {})),
      (await doubles.indexes()).length,
    ]).toEqual([11000, 1]);
  });

  it('compares whole values however long they are', async () => {
    const long = store.db.collection('long');
    await long.createIndex({ text: 1 }, { unique: true }, {});
    const text = 'ż'.repeat(3000);
    await long.insertMany([{ text: `${text}a` }, { text: `${text}b` }]);
    expect([
      await codeOf(long.insertOne({ text: `${text}a` })),
      await long.countDocuments({ text: `${text}b` }),
    ]).toEqual([11000, 1]);
  });

  it('frees a value when it is changed or deleted', async () => {
    const seats = store.db.collection('seats');
    await seats.createIndex({ n: 1 }, { unique: true }, {});
    await seats.insertMany([{ n: 1 }, { n: 2 }]);
    await seats.updateOne({ n: 1 }, { $set: { n: 3 } });
    await seats.deleteOne({ n: 2 });
    expect(await codeOf(seats.insertMany([{ n: 1 }, { n: 2 }]))).toBeUndefined();
  });
});

describe('an index never changes a result', () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(null, 'a', 'b', 1.5, true),
    fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }),
  );
  const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(null, 'a', 1.5));
  const items = fc.array(fc.record({ f: scalar }, { requiredKeys: [] }), { maxLength: 3 });
  const parts = { a: value, b: scalar, c: fc.record({ d: scalar }, { requiredKeys: [] }), e: fc.oneof(items, scalar) };
  const document = fc.record(parts, { requiredKeys: [] });
  const operand = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(null, 'a', 1.5));
  const condition = fc.oneof(
    operand,
    fc.record({ $gt: operand, $lte: operand }, { requiredKeys: [] }).filter((range) => Object.keys(range).length > 0),
    fc.array(operand, { maxLength: 3 }).map(($in) => ({ $in })),
    fc.constantFrom<Document>({ $exists: true }, { $exists: false }, { $ne: 1 }, { $elemMatch: { $gt: 0, $lt: 3 } }),
  );
  const filter = fc.record({ a: condition, b: condition, 'c.d': condition, 'e.f': condition }, { requiredKeys: [] });
  const sort = fc.constantFrom<Document>(
    { _id: 1 },
    { a: 1, _id: 1 },
    { a: -1, b: 1, _id: 1 },
    { b: -1, _id: -1 },
    { 'c.d': 1, _id: 1 },
  );

  it('whatever documents, filter and order', async () => {
    const plain = store.db.collection('plain');
    const indexed = store.db.collection('indexed');
    await indexed.createIndexes([
      { key: { a: 1 } },
      { key: { a: 1, b: -1 } },
      { key: { b: -1, _id: -1 } },
      { key: { 'c.d': 1, a: 1 }, sparse: true },
      { key: { 'e.f': 1, b: 1 } },
      { key: { a: 1, _id: 1 }, name: 'partial', partialFilterExpression: { b: { $exists: true } } },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 8 }),
        async (documents, queries) => {
          const numbered = documents.map((content, _id) => ({ ...content, _id })) as unknown as Document[];
          for (const collection of [plain, indexed]) {
            await collection.deleteMany({});
            await collection.insertMany(numbered);
          }
          for (const [query, order] of queries) {
            const [expected, found] = await Promise.all(
              [plain, indexed].map((c) =>
                c
                  .find(query as Document)
                  .sort(order)
                  .toArray(),
              ),
            );
            expect(found).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('documents past their date', () => {
  it('are deleted by a TTL index, and only those', async () => {
    const sessions = store.db.collection('expiring');
    await sessions.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
    const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
    await sessions.insertMany([{ n: 1, at: ago(120) }, { n: 2, at: ago(1) }, { n: 3, at: 'never' }, { n: 4 }]);
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline && (await sessions.countDocuments({ n: 1 })) > 0)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await sessions.find().sort({ n: 1 }).toArray()).map(({ n }) => n as number)).toEqual([2, 3, 4]);
  });
});

describe('index commands', () => {
  it('list what was defined', async () => {
    const listed = store.db.collection('listed');
    await listed.createIndex({ a: 1, b: -1 }, { unique: true }, {});
    expect(await listed.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
    ]);
  });

  it('accept the same index again, and refuse one that stands against it', async () => {
    const again = store.db.collection('again');
    await again.createIndex({ a: 1 }, {}, {});
    expect([
      await codeOf(again.createIndex({ a: 1 }, {}, {})),
      await codeOf(again.createIndex({ a: 1 }, { name: 'other' }, {})),
      await codeOf(again.createIndex({ b: 1 }, { name: 'a_1' }, {})),
    ]).toEqual([undefined, 85, 86]);
  });

  it('drop by name, and say which index is missing', async () => {
    const dropped = store.db.collection('dropped');
    await dropped.createIndex({ a: 1 }, {}, {});
    await dropped.dropIndex('a_1');
    expect([await codeOf(dropped.dropIndex('a_1')), await codeOf(dropped.dropIndex('_id_'))]).toEqual([27, 72]);
  });

  it.each<[string, Document, Document, number]>([
    ['text', { a: 'text' }, {}, 67],
    ['places', { a: '2dsphere' }, {}, 67],
    ['hashes', { a: 'hashed' }, {}, 67],
    ['all fields', { '$**': 1 }, {}, 67],
    ['a language', { a: 1 }, { collation: { locale: 'pl' } }, 2],
    ['part of the documents by $ne', { a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }, 67],
    ['hidden use', { a: 1 }, { hidden: true }, 197],
    ['expiry over two fields', { a: 1, b: 1 }, { expireAfterSeconds: 5 }, 67],
  ])('refuse an index for %s', async (_title, key, options, code) => {
    expect(await codeOf(store.db.collection('refused').createIndex(key, options, {}))).toBe(code);
  });

  it('refuse documents with two lists in one index', async () => {
    const parallel = store.db.collection('parallel');
    await parallel.createIndex({ a: 1, b: 1 }, {}, {});
    expect(await codeOf(parallel.insertOne({ a: [1], b: [1] }))).toBe(171);
  });
});
