import type { Document } from 'bson';
import type { RunningStore } from './running-store';
import { codeOf, runStore } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

const collection = async (name: string, ...documents: Document[]) => {
  const made = store.db.collection(name);
  if (documents.length > 0) await made.insertMany(documents);
  return made;
};
const all = (name: string): Promise<Document[]> => store.db.collection(name).find().sort({ _id: 1 }).toArray();

describe('reshaping', () => {
  const shaped = async (document: Document, ...stages: Document[]): Promise<Document | undefined> => {
    await store.db.dropCollection('shape');
    const [result] = await (await collection('shape', { _id: 1, ...document })).aggregate(stages).toArray();
    return result;
  };

  it.each<[string, Document, Document[], Document]>([
    ['adds below a field', { a: { b: 1 } }, [{ $set: { 'a.c': '$_id' } }], { _id: 1, a: { b: 1, c: 1 } }],
    [
      'adds to each item of a list',
      { a: [{ b: 1 }, 2] },
      [{ $set: { a: { c: 3 } } }],
      { _id: 1, a: [{ b: 1, c: 3 }, { c: 3 }] },
    ],
    ['takes away what an expression does not yield', { a: 1 }, [{ $set: { a: '$nothing' } }], { _id: 1 }],
    [
      'works out all from the document before',
      { a: 1, b: 2 },
      [{ $set: { a: '$b', b: '$a' } }],
      { _id: 1, a: 2, b: 1 },
    ],
    ['projects computed fields', { a: 1, b: 2 }, [{ $project: { a: 1, c: '$b' } }], { _id: 1, a: 1, c: 2 }],
    ['projects computed fields alone', { a: 1 }, [{ $project: { _id: 0, c: { $eq: ['$a', 1] } } }], { c: true }],
    ['takes fields away', { a: 1, b: { c: 1, d: 2 } }, [{ $unset: ['a', 'b.c'] }], { _id: 1, b: { d: 2 } }],
    ['replaces the root', { a: { b: 1 } }, [{ $replaceRoot: { newRoot: '$a' } }], { b: 1 }],
    [
      'sets names with dots',
      {},
      [{ $replaceWith: { $setField: { field: 'a.b', input: '$$ROOT', value: 1 } } }],
      { _id: 1, 'a.b': 1 },
    ],
  ])('%s', async (_title, document, stages, expected) => {
    expect(await shaped(document, ...stages)).toEqual(expected);
  });

  it('refuses computed fields beside exclusion', async () => {
    const c = await collection('exclusion', { a: 1 });
    expect(await codeOf(c.aggregate([{ $project: { a: 0, b: '$a' } }]).toArray())).toBe(31254);
  });

  it('goes on in the next batch where it stood, whatever is written between', async () => {
    const c = await collection(
      'unwound',
      ...(Array.from({ length: 50 }, (_, n) => ({ _id: n, items: [0, 1, 2, 3] })) as Document[]),
    );
    const seen: unknown[] = [];
    for await (const { _id } of c.aggregate([{ $unwind: '$items' }, { $skip: 2 }], { batchSize: 7 })) {
      seen.push(_id);
      if (seen.length === 20) await c.insertOne({ _id: -1, items: [1] } as Document);
    }
    expect(seen).toHaveLength(198);
  });
});

describe('writing the results', () => {
  const source: Document[] = [
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ];

  it('puts them in the place of a collection, whose indexes stay', async () => {
    await collection('from', ...source);
    const to = await collection('to', { _id: 9, a: 9 });
    await to.createIndex({ a: 1 }, { unique: true }, {});
    await store.db
      .collection('from')
      .aggregate([{ $match: { a: 2 } }, { $out: 'to' }])
      .toArray();
    expect([await all('to'), (await to.indexes()).length, await to.countDocuments({ a: 2 })]).toEqual([
      [{ _id: 2, a: 2 }],
      2,
      1,
    ]);
  });

  it('leaves the collection as it was when an index stands against them', async () => {
    const to = await collection('kept', { _id: 9, a: 9 });
    await to.createIndex({ a: 1 }, { unique: true }, {});
    await collection('twice', { _id: 1, a: 1 }, { _id: 2, a: 1 });
    const code = await codeOf(
      store.db
        .collection('twice')
        .aggregate([{ $out: 'kept' }])
        .toArray(),
    );
    expect([
      code,
      await all('kept'),
      (await store.db.listCollections().toArray()).filter(({ name }) => name.startsWith('tmp')),
    ]).toEqual([11000, [{ _id: 9, a: 9 }], []]);
  });

  it.each<[string, Document, Document[] | number]>([
    [
      'merges fields',
      {},
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 2 },
      ],
    ],
    [
      'replaces',
      { whenMatched: 'replace' },
      [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    ],
    [
      'keeps what is there',
      { whenMatched: 'keepExisting' },
      [
        { _id: 1, a: 0, b: 1 },
        { _id: 2, a: 2 },
      ],
    ],
    ['discards what is new', { whenNotMatched: 'discard' }, [{ _id: 1, a: 1, b: 1 }]],
    ['refuses what is there', { whenMatched: 'fail' }, 11000],
    ['refuses what is new', { whenNotMatched: 'fail' }, 13113],
  ])('%s', async (_title, options, expected) => {
    for (const name of ['from', 'into']) await store.db.dropCollection(name);
    await collection('into', { _id: 1, a: 0, b: 1 });
    const from = await collection('from', ...source);
    const code = await codeOf(from.aggregate([{ $merge: { into: 'into', ...options } }]).toArray());
    expect(code ?? (await all('into'))).toEqual(expected);
  });

  it('does not meet its own results', async () => {
    const c = await collection('self', { a: 1 }, { a: 2 });
    await c.aggregate([{ $unset: '_id' }, { $merge: 'self' }]).toArray();
    expect(await c.countDocuments()).toBe(4);
  });
});

describe('variables', () => {
  it('are known to filters and updates', async () => {
    const c = await collection('variables', { _id: 1 }, { _id: 2 });
    await c.updateMany({ $expr: { $gt: ['$_id', '$$least'] } }, [{ $set: { x: '$$x.y' } }], {
      let: { least: 1, x: { y: 'z' } },
    });
    expect(await all('variables')).toEqual([{ _id: 1 }, { _id: 2, x: 'z' }]);
  });
});

describe('validation', () => {
  it('refuses what the validator does not take, unless it is passed by', async () => {
    const c = await store.db.createCollection('valid', { validator: { a: { $type: 'string' } } });
    const refused = [
      await codeOf(c.insertOne({ a: 1 })),
      await codeOf(c.updateOne({}, { $set: { a: 1 } }, { upsert: true })),
    ];
    await c.insertOne({ a: 1 }, { bypassDocumentValidation: true });
    const [described] = await store.db.listCollections({ name: 'valid' }).toArray();
    expect([refused, await c.countDocuments(), (described as Document)['options']]).toEqual([
      [121, 121],
      1,
      { validator: { a: { $type: 'string' } }, validationLevel: 'strict', validationAction: 'error' },
    ]);
  });
});

describe('a large collection', () => {
  it('is changed through the index that the change moves, each document once', async () => {
    const c = await collection('moving', ...(Array.from({ length: 3000 }, (_, n) => ({ _id: n, n })) as Document[]));
    await c.createIndex({ n: 1 }, {}, {});
    const { modifiedCount } = await c.updateMany({ n: { $gte: 0 } }, { $inc: { n: 10_000 } });
    expect([modifiedCount, await c.countDocuments({ n: { $gte: 20_000 } })]).toEqual([3000, 0]);
  });
});
