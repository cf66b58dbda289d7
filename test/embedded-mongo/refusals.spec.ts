import type { Document } from 'bson';
import type { RunningStore } from './running-store';
import { codeOf, runStore } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
  await store.db.collection('things').insertMany([
    { _id: 1, a: 1 },
    { _id: 2, a: [1] },
  ] as Document[]);
});
afterAll(() => store.close());

const run = (command: Document): Promise<unknown> => codeOf(store.db.command(command));
const pipeline = (...stages: Document[]): Document => ({ aggregate: 'things', pipeline: stages, cursor: {} });
const update = (statement: Document): Document => ({
  update: 'things',
  updates: [{ q: {}, u: { $set: { a: 1 } }, ...statement }],
});

describe("the store refuses, with MongoDB's code,", () => {
  it.each<[string, Document, number]>([
    ['an unknown command', { mapReduce: 'things' }, 59],
    ['an unknown option', { find: 'things', filter: {}, explain: true }, 40415],
    ['an unknown option of an update', update({ sort: { a: 1 } }), 40415],
    ['a collation that it cannot keep', { find: 'things', collation: { locale: 'pl', alternate: 'shifted' } }, 2],
    ['a collation of no language', { find: 'things', collation: { locale: 'zz-nowhere' } }, 2],
    ['a collation of a collection', { create: 'polish', collation: { locale: 'pl' } }, 2],
    ['changes by comparing under a collation', update({ u: { $pull: { a: 'x' } }, collation: { locale: 'pl' } }), 2],
    ['a tailable cursor', { find: 'things', tailable: true }, 115],
    ['a filter that is no document', { find: 'things', filter: 1 }, 14],
    ['a negative skip', { find: 'things', skip: -1 }, 51024],
    ['a bad sort order', { find: 'things', sort: { a: 2 } }, 15975],
    ['a hint without index', { find: 'things', hint: 'a_1' }, 2],
    ['variables that depend on documents', { find: 'things', let: { a: '$b' } }, 4890500],
    ['an unknown variable', { find: 'things', filter: { $expr: { $eq: ['$a', '$$b'] } } }, 17276],
    ['an expression inside a list', { find: 'things', filter: { a: { $elemMatch: { $expr: true } } } }, 2],
    ['arithmetic', { find: 'things', filter: { $expr: { $gt: [{ $add: ['$a', 1] }, 1] } } }, 168],
    ['a stage that has no place in an update', update({ u: [{ $match: {} }] }), 72],
    ['array filters beside a pipeline', update({ u: [{ $set: { b: 1 } }], arrayFilters: [{ x: 1 }] }), 9],
    [
      'a transaction',
      { insert: 'things', documents: [{}], txnNumber: 1, startTransaction: true, autocommit: false },
      20,
    ],
    ['a write concern of several servers', { insert: 'things', documents: [{}], writeConcern: { w: 2 } }, 2],
    ['a snapshot read', { find: 'things', readConcern: { level: 'snapshot' } }, 72],
    ['an unknown stage', pipeline({ $lookup: {} }), 40324],
    ['a stage that writes before the end', pipeline({ $out: 'x' }, { $match: {} }), 40324],
    ['a merge by fields that are not unique', pipeline({ $merge: { into: 'x', on: 'a' } }), 51183],
    ['a merge by a pipeline', pipeline({ $merge: { into: 'x', whenMatched: [] } }), 115],
    ['an unknown accumulator', pipeline({ $group: { _id: null, m: { $avg: '$a' } } }), 15952],
    ['an expression', pipeline({ $group: { _id: { $toUpper: '$a' } } }), 168],
    ['a group without _id', pipeline({ $group: {} }), 15955],
    ['a limit of zero', pipeline({ $limit: 0 }), 15958],
    ['aggregation without cursor', { aggregate: 'things', pipeline: [] }, 9],
    ['an empty batch', { insert: 'things', documents: [] }, 16],
    ['a collection name with a dollar', { insert: 'a$b', documents: [{}] }, 73],
    ['a collection without name', { find: '' }, 73],
    ['a capped collection', { create: 'capped', capped: true, size: 1000 }, 40415],
    ['a view', { create: 'view', viewOn: 'things', pipeline: [] }, 40415],
    ['the indexes of no collection', { listIndexes: 'nothing' }, 26],
    ['an unknown cursor', { getMore: 5n, collection: 'things' }, 43],
    ['removing and updating at once', { findAndModify: 'things', remove: true, update: { a: 1 } }, 9],
    ['several updates by one replacement', update({ u: { a: 1 }, multi: true }), 9],
    ['another _id', update({ q: { _id: 1 }, u: { $set: { _id: 3 } } }), 66],
    ['a list as _id', { insert: 'things', documents: [{ _id: [1] }] }, 53],
    ['an operator in an _id', { insert: 'things', documents: [{ _id: { $a: 1 } }] }, 52],
    ['an _id that is too long', { insert: 'things', documents: [{ _id: 'x'.repeat(1000) }] }, 17280],
    ['a repeated _id', { insert: 'things', documents: [{ _id: 1 }] }, 11000],
  ])('%s', async (_title, command, code) => {
    const reply = await store.db.command(command).catch((error: unknown) => error as Document);
    expect((reply['writeErrors'] as Document[] | undefined)?.[0]?.['code'] ?? reply['code']).toBe(code);
  });

  it('a document larger than 16 MB', async () => {
    const half = 'x'.repeat(9_000_000);
    await store.db.collection('large').insertOne({ _id: 1, a: half } as Document);
    expect(await codeOf(store.db.collection('large').updateOne({}, { $set: { b: half } }))).toBe(10334);
  });

  it('work that takes longer than maxTimeMS', async () => {
    const many = store.db.collection('many');
    await many.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'some words to look through' })));
    expect(await run({ find: 'many', filter: { text: { $regex: 'nothing' } }, maxTimeMS: 1 })).toBe(50);
  });
});

describe('a hostile pattern', () => {
  beforeAll(() => store.db.collection('texts').insertOne({ text: `${'a'.repeat(60)}!` }));

  it.each(['', 'i', 's'])('is finished in time and holds nobody up (options "%s")', async ($options) => {
    expect(await store.db.collection('texts').countDocuments({ text: { $regex: '^(a+)+$', $options } })).toBe(0);
    expect(await store.db.collection('texts').countDocuments({ text: { $regex: '^(\\x61+)+$', $options } })).toBe(0);
  });

  it.each(['^(\\p{L}+)+$', '^([A-z]+)+$'])(
    'that cannot be finished is given up (%s)',
    async ($regex) => {
      expect(await codeOf(store.db.collection('texts').countDocuments({ text: { $regex, $options: 'i' } }))).toBe(50);
    },
    20_000,
  );

  it('with rare escapes is found all the same', async () => {
    const texts = store.db.collection('escapes');
    await texts.insertMany([{ text: 'Łódź' }, { text: 'B' }]);
    const found = await Promise.all(
      ['^\\p{L}{4}$', '\\x42', '\\u0142', '[Z-b]'].map(($regex) =>
        texts.countDocuments({ text: { $regex, $options: 'i' } }),
      ),
    );
    expect(found).toEqual([1, 1, 1, 1]);
  });
});
