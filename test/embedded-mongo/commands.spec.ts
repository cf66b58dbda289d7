import type { Document, Long } from 'bson';
import { setTimeout as sleep } from 'node:timers/promises';
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

describe('inserting', () => {
  it('goes on after a refusal when the order does not matter', async () => {
    const c = await collection('unordered', { _id: 1 });
    const error = await c
      .insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }] as Document[], { ordered: false })
      .catch((e: unknown) => e as Document);
    expect([error['insertedCount'], await c.countDocuments({})]).toEqual([2, 3]);
  });

  it('stops at a refusal when the order matters', async () => {
    const c = await collection('ordered', { _id: 2 });
    await codeOf(c.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }] as Document[]));
    expect((await c.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([1, 2]);
  });

  it('keeps the order and the bytes of the fields, and gives an _id where none is', async () => {
    const c = await collection('bytes');
    await c.insertOne({ z: 1, a: { $odd: 1, 'with.dot': 2 } }, { forceServerObjectId: true });
    const [found] = await c.find().toArray();
    expect([Object.keys(found ?? {}), found?.['a']]).toEqual([['_id', 'z', 'a'], { $odd: 1, 'with.dot': 2 }]);
  });
});

describe('cursors', () => {
  it('go through all documents in batches, also in an order that must be made first', async () => {
    const c = await collection('batches', ...Array.from({ length: 1000 }, (_, n) => ({ n, m: (n * 7) % 1000 })));
    const natural = await c
      .find({ n: { $gte: 100 } })
      .batchSize(30)
      .toArray();
    const sorted = await c.find().sort({ m: 1 }).skip(10).limit(500).batchSize(70).toArray();
    expect([natural.length, sorted.map(({ m }) => m as number)]).toEqual([
      900,
      Array.from({ length: 500 }, (_, i) => i + 10),
    ]);
  });

  it('see each document once although others are deleted and added meanwhile', async () => {
    const c = await collection('moving', ...Array.from({ length: 300 }, (_, n) => ({ _id: n })));
    const seen: number[] = [];
    for await (const { _id } of c.find().batchSize(50)) {
      seen.push(_id as unknown as number);
      if (seen.length === 100) await c.deleteMany({ _id: { $lt: 50 } } as Document);
    }
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  it.each<[string, Document]>([
    ['find', { filter: {} }],
    ['aggregate', { pipeline: [], cursor: { batchSize: 2 } }],
  ])('of %s may rest longer than the time limit of the command', async (name, options) => {
    await collection(`resting-${name}`, ...Array.from({ length: 300 }, (_, n) => ({ n })));
    const first = await store.db.command(
      { [name]: `resting-${name}`, ...options, ...(name === 'find' ? { batchSize: 2 } : {}), maxTimeMS: 200 },
      { promoteLongs: false },
    );
    await sleep(250);
    const { id } = first['cursor'] as { id: Long };
    const more = await store.db.command({ getMore: id, collection: `resting-${name}` });
    expect((more['cursor'] as { nextBatch: unknown[] }).nextBatch).toHaveLength(298);
  });

  it('end when they are closed', async () => {
    await collection('closed', ...Array.from({ length: 300 }, (_, n) => ({ n })));
    const reply = await store.db.command({ find: 'closed', batchSize: 2 }, { promoteLongs: false });
    const { id } = reply['cursor'] as { id: Long };
    await store.db.command({ killCursors: 'closed', cursors: [id] });
    expect(await codeOf(store.db.command({ getMore: id, collection: 'closed' }))).toBe(43);
  });
});

describe('updating', () => {
  it('tells what matched, what changed and what was made', async () => {
    const c = await collection('told', { _id: 1, a: 1 }, { _id: 2, a: 2 });
    const same = await c.updateMany({}, { $set: { a: 2 } });
    const made = await c.updateOne(
      { _id: 9 } as Document,
      { $set: { a: 1 }, $setOnInsert: { b: 2 } },
      { upsert: true },
    );
    expect([same.matchedCount, same.modifiedCount, made.upsertedId, await c.findOne({ _id: 9 } as Document)]).toEqual([
      2,
      1,
      9,
      { _id: 9, a: 1, b: 2 },
    ]);
  });

  it('counts without losing one although many count at once', async () => {
    const c = await collection('counter', { _id: 'n', n: 0 });
    await Promise.all(Array.from({ length: 200 }, () => c.updateOne({ _id: 'n' } as Document, { $inc: { n: 1 } })));
    expect((await c.findOne({ _id: 'n' } as Document))?.['n']).toBe(200);
  });

  it('gives the document before or after to who found and changed it', async () => {
    const c = await collection('fam', { _id: 1, a: 1 }, { _id: 2, a: 5 });
    const before = await c.findOneAndUpdate({}, { $inc: { a: 1 } }, { sort: { a: -1 } });
    const after = await c.findOneAndReplace({ _id: 1 } as Document, { a: 7 }, { returnDocument: 'after' });
    const gone = await c.findOneAndDelete({ a: 6 }, { projection: { _id: 0 } });
    expect([before, after, gone, await c.countDocuments({})]).toEqual([
      { _id: 2, a: 5 },
      { _id: 1, a: 7 },
      { a: 6 },
      1,
    ]);
  });
});

describe('counting and grouping', () => {
  it('groups, sums and orders', async () => {
    const c = await collection('groups', { r: 'rops', n: 1 }, { r: 'owes', n: 2 }, { r: 'owes', n: 3, t: ['a', 'b'] });
    const grouped = await c
      .aggregate([
        { $group: { _id: '$r', sum: { $sum: '$n' }, top: { $max: '$n' }, all: { $push: '$n' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    const unwound = await c
      .aggregate([{ $match: { r: 'owes' } }, { $unwind: '$t' }, { $project: { t: 1, _id: 0 } }, { $skip: 1 }])
      .toArray();
    expect([grouped, unwound]).toEqual([
      [
        { _id: 'owes', sum: 5, top: 3, all: [2, 3] },
        { _id: 'rops', sum: 1, top: 1, all: [1] },
      ],
      [{ t: 'b' }],
    ]);
  });

  it('counts documents and lists different values', async () => {
    const c = await collection('distinct', { a: [1, 2] }, { a: 2 }, { a: 'x' }, {});
    expect([await c.distinct('a'), await c.countDocuments({ a: 2 }), await c.estimatedDocumentCount()]).toEqual([
      [1, 2, 'x'],
      2,
      4,
    ]);
  });
});

describe('many documents', () => {
  it('are indexed afterwards and deleted in one go', async () => {
    const c = await collection('thousands', ...Array.from({ length: 2500 }, (_, n) => ({ n, even: n % 2 === 0 })));
    await c.createIndex({ n: 1 }, { unique: true }, {});
    const indexed = await c.countDocuments({ n: { $gte: 0 } });
    const { deletedCount } = await c.deleteMany({ even: true });
    expect([
      indexed,
      deletedCount,
      await c.countDocuments({ n: { $gte: 0 } }),
      await c.estimatedDocumentCount(),
    ]).toEqual([2500, 1250, 1250, 1250]);
  });
});

describe('dropping', () => {
  it('removes documents, indexes and the name', async () => {
    const c = await collection('dropped', { a: 1 });
    await c.createIndex({ a: 1 }, { unique: true }, {});
    await c.drop();
    await c.insertOne({ a: 1 });
    expect([(await c.indexes()).length, await c.countDocuments({})]).toEqual([1, 1]);
  });

  it('of a database leaves the others alone', async () => {
    await store.client.db('one').collection('a').insertOne({});
    await store.client.db('onetwo').collection('a').insertOne({});
    await store.client.db('one').dropDatabase();
    expect([
      (await store.client.db('one').listCollections().toArray()).length,
      await store.client.db('onetwo').collection('a').countDocuments(),
    ]).toEqual([0, 1]);
  });
});
