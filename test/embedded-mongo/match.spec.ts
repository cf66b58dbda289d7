import { BSONRegExp, Decimal128, Long } from 'bson';
import { compileMatch } from '../../src/embedded-mongo/match/compile-match';
import { doc } from './documents';

const matches = (filter: object, document: object): boolean => compileMatch(doc(filter))(doc(document));

describe('a filter', () => {
  it.each<[string, object, object, boolean]>([
    ['finds a value inside a list', { roles: 'owes' }, { roles: ['rops', 'owes'] }, true],
    ['finds a list as a whole', { roles: ['rops', 'owes'] }, { roles: ['rops', 'owes'] }, true],
    ['takes null for missing', { closedAt: null }, {}, true],
    ['does not take a list without such items for missing', { 'a.b': null }, { a: [1] }, false],
    ['compares only within a type', { n: { $gt: 5 } }, { n: 'text' }, false],
    [
      'compares exactly beyond the doubles',
      { n: { $gt: Long.fromString('9007199254740992') } },
      { n: Long.fromString('9007199254740993') },
      true,
    ],
    ['tells 0.1 from a decimal 0.1', { n: 0.1 }, { n: new Decimal128('0.1') }, false],
    ['may be met by different items of a list', { n: { $gt: 1, $lt: 0 } }, { n: [2, -1] }, true],
    ['is held to one item by $elemMatch', { n: { $elemMatch: { $gt: 1, $lt: 0 } } }, { n: [2, -1] }, false],
    [
      'reads fields of items by $elemMatch',
      { a: { $elemMatch: { b: 1, c: 2 } } },
      { a: [{ b: 1 }, { b: 1, c: 2 }] },
      true,
    ],
    ['reaches an item by its position', { 'a.1.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['does not enter a list reached by position again', { 'a.0': 1 }, { a: [[1]] }, false],
    ['wants no item at all to be equal by $ne', { n: { $ne: 1 } }, { n: [1, 2] }, false],
    ['turns round with $not, missing fields included', { n: { $not: { $gt: 5 } } }, {}, true],
    ['needs all with $all', { t: { $all: ['a', 'b'] } }, { t: ['b', 'c', 'a'] }, true],
    ['counts items with $size', { t: { $size: 2 } }, { t: [1, 2] }, true],
    ['divides long integers exactly', { n: { $mod: [10, 3] } }, { n: Long.fromString('9007199254740993') }, true],
    ['knows types by name', { n: { $type: 'number' } }, { n: 1.5 }, true],
    ['asks for presence, null included', { n: { $exists: true } }, { n: null }, true],
    ['takes NaN for equal to itself', { n: NaN }, { n: NaN }, true],
    [
      'matches one of several, patterns among them',
      { s: { $in: ['x', new BSONRegExp('^Roz', 'i')] } },
      { s: 'rozwój' },
      true,
    ],
    ['refuses all of $nor', { $nor: [{ a: 1 }, { b: 2 }] }, { a: 0, b: 2 }, false],
    ['compares documents field by field in order', { d: { a: 1, b: 2 } }, { d: { b: 2, a: 1 } }, false],
  ])('%s', (_title, filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected);
  });

  it.each<[string, object, number]>([
    ['an unknown operator', { n: { $near: 1 } }, 2],
    ['an unknown operator at the top', { $where: '1' }, 2],
    ['$expr', { $expr: { $gt: ['$a', '$b'] } }, 2],
    ['$in without a list', { n: { $in: 1 } }, 2],
    ['an empty $or', { $or: [] }, 2],
    ['a remainder by zero', { n: { $mod: [0, 1] } }, 2],
    ['a negative size', { n: { $size: -1 } }, 2],
    ['an unknown type', { n: { $type: 'float' } }, 2],
    ['a broken pattern', { s: { $regex: '(' } }, 51091],
    ['a pattern that could hang', { s: { $regex: '(a)\\1' } }, 51091],
  ])('is refused for %s', (_title, filter, code) => {
    expect(() => compileMatch(doc(filter))).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('patterns', () => {
  it.each<[string, string, string, boolean]>([
    ['ignore case', 'i', 'ŁÓDŹ', true],
    ['skip layout', 'x', 'łódź', true],
    ['see case by default', '', 'ŁÓDŹ', false],
  ])('%s', (_title, options, text, expected) => {
    expect(matches({ s: { $regex: options === 'x' ? 'łó dź # city' : 'łódź', $options: options } }, { s: text })).toBe(
      expected,
    );
  });
});
