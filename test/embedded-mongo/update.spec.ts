import { Decimal128, Double, Int32, Long } from 'bson';
import { compileMatch } from '../../src/embedded-mongo/match/compile-match';
import type { MatchedPosition } from '../../src/embedded-mongo/match/predicate';
import { compileUpdate } from '../../src/embedded-mongo/update/compile-update';
import { upsertBase } from '../../src/embedded-mongo/update/upsert-base';
import type { BsonValue } from '../../src/embedded-mongo/values/bson-value';
import { doc, plain } from './documents';

const now = new Date('2026-01-02T03:04:05Z');

interface Case {
  readonly filter?: object;
  readonly arrayFilters?: readonly object[];
}

const updated = (document: object, update: object, { filter = {}, arrayFilters = [] }: Case = {}) => {
  const matched: MatchedPosition = {};
  compileMatch(doc(filter))(doc(document), matched);
  const change = compileUpdate(doc({ update }).get('update'), arrayFilters.map(doc));
  return change(doc(document), { now, position: matched.index, inserting: false });
};

const refusal = (document: object, update: object, options?: Case): unknown => {
  try {
    updated(document, update, options);
    return undefined;
  } catch (error) {
    return (error as { code: unknown }).code;
  }
};

describe('an update', () => {
  it.each<[string, object, object, object]>([
    ['sets and makes what is on the way', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['fills a list up with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [
      'removes fields, and leaves null in lists',
      { a: [1, 2], b: 1 },
      { $unset: { 'a.0': '', b: '' } },
      { a: [null, 2] },
    ],
    ['adds and starts from nothing', { n: 1 }, { $inc: { n: 2, m: 3 } }, { n: 3, m: 3 }],
    ['multiplies and starts from zero', { n: 2 }, { $mul: { n: 4, m: 3 } }, { n: 8, m: 0 }],
    ['keeps the smaller and the larger', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 5 }],
    ['renames', { a: 1 }, { $rename: { a: 'c.d' } }, { c: { d: 1 } }],
    ['appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [
      'inserts, sorts and cuts',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } },
      { a: [{ n: 3 }, { n: 2 }] },
    ],
    ['inserts at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    ['adds what is not there', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      'pulls by value and by condition',
      { a: [1, 5, 9], b: [{ c: 1 }, { c: 2 }] },
      { $pull: { a: { $gte: 5 }, b: { c: 1 } } },
      { a: [1], b: [{ c: 2 }] },
    ],
    ['pulls several values', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['drops the last and the first', { a: [1, 2], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1], b: [2] }],
    ['leaves out what holds for inserts only', { a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } }, { a: 2 }],
    ['notes the date', {}, { $currentDate: { at: true } }, { at: now }],
    ['changes bits', { n: 13 }, { $bit: { n: { and: 10, or: 1 } } }, { n: 9 }],
    ['adds new fields in order of their names', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
    ['replaces all but the _id', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
    ['changes all items', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 10 } }, { a: [{ n: 11 }, { n: 12 }] }],
  ])('%s', (_title, document, update, expected) => {
    expect(JSON.stringify(plain(updated(document, update)))).toBe(JSON.stringify(expected));
  });

  it('changes the item that the filter matched', () => {
    const result = updated({ a: [{ n: 1 }, { n: 2 }] }, { $set: { 'a.$.n': 9 } }, { filter: { 'a.n': 2 } });
    expect(plain(result)).toEqual({ a: [{ n: 1 }, { n: 9 }] });
  });

  it('changes the items that an array filter selects', () => {
    const result = updated({ a: [1, 7, 8] }, { $set: { 'a.$[big]': 0 } }, { arrayFilters: [{ big: { $gt: 5 } }] });
    expect(plain(result)).toEqual({ a: [1, 0, 0] });
  });

  it.each<[string, object, object, BsonValue]>([
    ['an int that overflows becomes a long', { n: new Int32(2 ** 31 - 1) }, { $inc: { n: 1 } }, 2n ** 31n],
    ['a long stays exact', { n: Long.fromString('9007199254740993') }, { $inc: { n: 2 } }, 9007199254740995n],
    ['an int and a double make a double', { n: 1 }, { $inc: { n: new Double(1) } }, new Double(2)],
    [
      'decimals add without rounding',
      { n: new Decimal128('0.1') },
      { $inc: { n: new Decimal128('0.2') } },
      new Decimal128('0.3'),
    ],
  ])('keeps number types: %s', (_title, document, update, expected) => {
    expect(updated(document, update).get('n')).toEqual(expected);
  });

  it.each<[string, object, object, number, Case?]>([
    ['adding to a text', { n: 'x' }, { $inc: { n: 1 } }, 14],
    ['adding a text', {}, { $inc: { n: 'x' } }, 14],
    ['the same path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a path together with a part of it', {}, { $set: { a: 1, 'a.b': 1 } }, 40],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['an unknown operator', {}, { $multiply: { a: 1 } }, 9],
    ['an empty name in a path', {}, { $set: { 'a..b': 1 } }, 56],
    ['a field name with a dollar', {}, { $set: { $a: 1 } }, 52],
    ['a position without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['an unknown array filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    ['an array filter without use', { a: [1] }, { $set: { b: 1 } }, 9, { arrayFilters: [{ x: 1 }] }],
    ['a long that overflows', { n: Long.MAX_VALUE }, { $inc: { n: 1 } }, 2],
    ['appending to what is no list', { a: 1 }, { $push: { a: 1 } }, 2],
    ['a list position far away', { a: [] }, { $set: { 'a.2000000': 1 } }, 2],
    ['a pipeline that loses its document', {}, [{ $replaceWith: '$nothing' }], 40228],
  ])('is refused for %s', (_title, document, update, code, options = {}) => {
    expect(refusal(document, update, options)).toBe(code);
  });
});

describe('an upsert', () => {
  it('starts from what the filter pins to one value', () => {
    const base = upsertBase(doc({ a: 1, $and: [{ 'b.c': { $eq: 2 } }], d: { $gt: 5 }, e: { $in: [7] } }), false);
    expect(plain(base)).toEqual({ a: 1, b: { c: 2 }, e: 7 });
  });

  it('is refused when the filter pins a path twice', () => {
    expect(() => upsertBase(doc({ a: 1, $and: [{ a: 2 }] }), false)).toThrow('matched twice');
  });
});
