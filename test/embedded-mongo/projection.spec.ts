import { compileProjection } from '../../src/embedded-mongo/project/compile-projection';
import { compileSort, compareSortKeys, sortKeyOf } from '../../src/embedded-mongo/engine/sort';
import { doc, plain } from './documents';

const person = {
  _id: 1,
  name: 'A',
  home: { city: 'Łódź', zip: '90' },
  marks: [{ n: 1, t: 'x' }, { n: 2, t: 'y' }, { n: 3 }],
};
const shown = (projection: object, position?: number): string =>
  JSON.stringify(plain(compileProjection(doc(projection))?.(doc(person), position)));

describe('a projection', () => {
  it.each<[string, object, object]>([
    ['names what to show, _id included', { name: 1 }, { _id: 1, name: 'A' }],
    ['can leave out the _id', { name: 1, _id: 0 }, { name: 'A' }],
    ['names what to hide', { marks: 0, 'home.zip': 0 }, { _id: 1, name: 'A', home: { city: 'Łódź' } }],
    ['goes through lists', { 'marks.n': 1, _id: 0 }, { marks: [{ n: 1 }, { n: 2 }, { n: 3 }] }],
    ['understands nested form', { home: { city: 1 }, _id: 0 }, { home: { city: 'Łódź' } }],
    ['cuts a list', { marks: { $slice: [1, 1] }, home: 0 }, { _id: 1, name: 'A', marks: [{ n: 2, t: 'y' }] }],
    [
      'picks the first item that matches',
      { marks: { $elemMatch: { n: { $gt: 1 } } }, _id: 0 },
      { marks: [{ n: 2, t: 'y' }] },
    ],
  ])('%s', (_title, projection, expected) => {
    expect(shown(projection)).toBe(JSON.stringify(expected));
  });

  it('shows the item that the query matched', () => {
    expect(shown({ 'marks.$': 1, _id: 0 }, 1)).toBe('{"marks":[{"n":2,"t":"y"}]}');
  });

  it.each<[string, object, number]>([
    ['showing and hiding at once', { name: 1, home: 0 }, 31254],
    ['hiding and showing at once', { name: 0, home: 1 }, 31253],
    ['a path and a part of it', { home: 1, 'home.city': 1 }, 31249],
    ['an expression', { name: '$home' }, 115],
    ['an unknown operator', { name: { $toUpper: 1 } }, 31325],
  ])('is refused for %s', (_title, projection, code) => {
    expect(() => compileProjection(doc(projection))).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('sorting', () => {
  it('takes the smallest item of a list upwards and the largest downwards', () => {
    const lists = [{ a: [1, 9] }, { a: [2, 3] }].map(doc);
    const order = (direction: number): boolean => {
      const fields = compileSort(doc({ a: direction }));
      const [first, second] = lists.map((document) => sortKeyOf(fields, document));
      return compareSortKeys(fields, first ?? [], second ?? []) < 0;
    };
    expect([order(1), order(-1)]).toEqual([true, true]);
  });
});
