import fc from 'fast-check';
import {
  crossTable,
  discloseRequest,
  expandItems,
  leaveOut,
  sortRows,
  type DisclosedTable,
  type Merge,
  type TableRequest,
} from '../../../src/features/analysis/domain/tables';
import type { Category, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';

/* Shapes of tables: nesting, merging, mentions, rankings, hiding. Expected numbers are counted by hand in the comments. */

const category = (code: string, value: number | null = null): Category => ({
  code,
  label: `etykieta ${code}`,
  value,
  missing: null,
});

const single = (name: string, codes: readonly string[], places: readonly number[], isScale = false): Variable => ({
  kind: 'category',
  name,
  label: name,
  level: isScale ? 'ordinal' : 'nominal',
  categories: codes.map((code) => category(code, isScale ? Number(code) : null)),
  places: Int16Array.from(places),
});

const several = (
  name: string,
  codes: readonly string[],
  marks: readonly (readonly number[])[],
  most?: number,
): Variable => ({
  kind: 'set',
  name,
  label: name,
  level: 'nominal',
  categories: codes.map((code) => category(code)),
  wordsEach: 1,
  bits: Uint32Array.from(marks, (list) => list.reduce((bits, option) => bits | (1 << option), 0)),
  states: Int8Array.from(marks, (list) => (list.length === 0 ? -99 : 0)),
  ...(most === undefined
    ? {}
    : {
        ranking: {
          most,
          places: codes.map((_, option) => Uint8Array.from(marks, (list) => list.indexOf(option) + 1)),
        },
      }),
});

const setOf = (...variables: readonly Variable[]): VariableSet => ({
  n: lengthOf(variables[0]!),
  variables: new Map(variables.map((variable) => [variable.name, variable])),
});
const lengthOf = (variable: Variable): number =>
  variable.kind === 'category' ? variable.places.length : variable.states.length;

const request = (changes: Partial<TableRequest>): TableRequest => ({
  rows: [],
  columns: [],
  weight: null,
  filter: [],
  ...changes,
});

/** `times(3, 1)` is [1, 1, 1]. */
const times = (count: number, place: number): readonly number[] => new Array<number>(count).fill(place);

describe('nested columns', () => {
  // Institution a: 6 of type x, 7 of y; institution b: 8 of x, 9 of y. Of each the first three said yes.
  const groups = [6, 7, 8, 9];
  const set = setOf(
    single('instytucja', ['a', 'b'], [...times(13, 0), ...times(17, 1)]),
    single(
      'typ',
      ['x', 'y'],
      groups.flatMap((size, at) => times(size, at % 2)),
    ),
    single(
      'zgoda',
      ['tak', 'nie'],
      groups.flatMap((size) => [0, 0, 0, ...times(size - 3, 1)]),
    ),
  );

  it('are each combination, the outer category first', () => {
    const table = crossTable(set, request({ rows: ['zgoda'], columns: ['instytucja>typ'] }));
    expect(table.columns.map(({ letter, code, within }) => [letter, within?.code, code])).toEqual([
      [null, undefined, null],
      ['A', 'a', 'x'],
      ['B', 'a', 'y'],
      ['C', 'b', 'x'],
      ['D', 'b', 'y'],
    ]);
    expect(table.blocks[0]!.bases.map(({ n }) => n)).toEqual([30, 6, 7, 8, 9]);
    expect(table.blocks[0]!.rows[0]!.cells.map(({ n }) => n)).toEqual([12, 3, 3, 3, 3]);
  });

  it('have one test and their letters within the outer category', () => {
    const big = setOf(
      single('instytucja', ['a', 'b'], [...times(200, 0), ...times(200, 1)]),
      single('typ', ['x', 'y'], [...times(100, 0), ...times(100, 1), ...times(100, 0), ...times(100, 1)]),
      single(
        'zgoda',
        ['tak', 'nie'],
        [90, 10, 90, 10].flatMap((yes) => [...times(yes, 0), ...times(100 - yes, 1)]),
      ),
    );
    const [block] = crossTable(big, request({ rows: ['zgoda'], columns: ['instytucja>typ'] })).blocks;
    expect(block!.tests.map(({ variable }) => variable)).toEqual(['instytucja:a>typ', 'instytucja:b>typ']);
    expect(block!.rows[0]!.cells.map(({ higherThan }) => higherThan)).toEqual([[], ['B'], [], ['D'], []]);
  });

  it('are what a filter by the outer category shows', () => {
    const people = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(2)), { minLength: 12, maxLength: 80 });
    fc.assert(
      fc.property(people, (list) => {
        const data = setOf(
          single(
            'instytucja',
            ['a', 'b', 'c'],
            list.map(([one]) => one),
          ),
          single(
            'typ',
            ['w', 'x', 'y', 'z'],
            list.map(([, one]) => one),
          ),
          single(
            'zgoda',
            ['1', '2', '3'],
            list.map(([, , one]) => one),
            true,
          ),
        );
        const nested = crossTable(data, request({ rows: ['zgoda'], columns: ['instytucja>typ'] }));
        nested.columns.forEach(({ within, code }, at) => {
          if (within === undefined) return;
          const filter = [{ variable: 'instytucja', codes: [within.code] }];
          const apart = crossTable(data, request({ rows: ['zgoda'], columns: ['typ'], filter }));
          const place = apart.columns.findIndex((column) => column.code === code);
          expect(nested.blocks[0]!.bases[at]).toEqual(apart.blocks[0]!.bases[place]);
          expect(nested.blocks[0]!.rows.map(({ cells }) => cells[at]!.share)).toEqual(
            apart.blocks[0]!.rows.map(({ cells }) => cells[place]!.share),
          );
        });
      }),
      { seed: 20261122 },
    );
  });

  it('are protected together with the columns they divide, which stand one click away', () => {
    // Of a there are 3 of x and 20 of y. "a" alone shows 23, so y within a must not be shown: 23 − 20 = 3.
    const sizes = [3, 20, 30, 30];
    const small = setOf(
      single('instytucja', ['a', 'b'], [...times(23, 0), ...times(60, 1)]),
      single(
        'typ',
        ['x', 'y'],
        sizes.flatMap((size, at) => times(size, at % 2)),
      ),
      single('zgoda', ['tak', 'nie'], times(83, 0)),
    );
    const table = discloseRequest(small, request({ rows: ['zgoda'], columns: ['instytucja>typ'] }), {
      level: 0.05,
      smallestGroup: 5,
    });
    const shown = table.blocks[0]!.bases.map((base) => base?.n ?? null);
    expect(shown.slice(1, 3)).toEqual([null, null]);
    expect(table.columns).toHaveLength(5);
  });
});

describe('merged categories', () => {
  const scale = single('ocena', ['1', '2', '3', '4', '5'], [0, 0, 1, 2, 3, 3, 4, 4, 4, 4], true);

  it('add up, and leave means and boxes of the points as they are', () => {
    const plain = crossTable(setOf(scale), request({ rows: ['ocena'] })).blocks[0]!;
    const merges: readonly Merge[] = [{ variable: 'ocena', codes: ['4', '5'], label: 'dobrze' }];
    const merged = crossTable(setOf(scale), request({ rows: ['ocena'], merges })).blocks[0]!;
    expect(merged.rows.map(({ label, cells }) => [label, cells[0]!.n])).toEqual([
      ['etykieta 1', 2],
      ['etykieta 2', 1],
      ['etykieta 3', 1],
      ['dobrze', 6],
    ]);
    expect(merged.rows[3]!.cells[0]!.share).toBe(0.6);
    expect(merged.summaries).toEqual(plain.summaries);
  });

  it('count whoever marked any of several options once', () => {
    // Marks: {0}, {0, 1}, {1}, {2}: of options 0 and 1 three people, of 0 to 2 four mentions.
    const set = setOf(several('uslugi', ['p', 'q', 'r'], [[0], [0, 1], [1], [2]]));
    const merges: readonly Merge[] = [{ variable: 'uslugi', codes: ['p', 'q'], label: null }];
    const [row] = crossTable(set, request({ rows: ['uslugi'], merges })).blocks[0]!.rows;
    expect([row!.code, row!.cells[0]!.n, row!.cells[0]!.share]).toEqual(['p+q', 3, 0.75]);
  });

  it('are sums of respondents whatever is merged', () => {
    const people = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 1, maxLength: 80 });
    const chosen = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(people, chosen, (places, codes) => {
        const set = setOf(
          single(
            'grupa',
            ['a', 'b', 'c', 'd', 'e', 'f'],
            places.map((place) => (place < 0 ? -99 : place)),
          ),
        );
        const merges = [{ variable: 'grupa', codes, label: null }];
        const rows = crossTable(set, request({ rows: ['grupa'], merges })).blocks[0]!.rows;
        const merged = rows.find(({ code }) => code.includes('+'))!;
        expect(merged.cells[0]!.n).toBe(
          places.filter((place) => place >= 0 && codes.some((code) => code === 'abcdef'[place])).length,
        );
        expect(rows.reduce((sum, { cells }) => sum + cells[0]!.n, 0)).toBe(places.filter((place) => place >= 0).length);
      }),
      { seed: 20261122 },
    );
  });
});

describe('mentions as the base', () => {
  // Marks: {0}, {0, 1}, {0, 1, 2}, nothing: 6 mentions of 3 respondents.
  const set = setOf(several('uslugi', ['p', 'q', 'r'], [[0], [0, 1], [0, 1, 2], []]));

  it('give shares that add up to 100%, with both bases named', () => {
    const [block] = crossTable(set, request({ rows: ['uslugi'], base: 'mentions' })).blocks;
    expect(block!.rows.map(({ cells }) => cells[0]!.share)).toEqual([3 / 6, 2 / 6, 1 / 6]);
    expect(block!.bases[0]).toMatchObject({ n: 3, mentions: 6 });
    expect(block!.percentsOf).toBe('mentions');
  });

  it('give no interval, letter or test: marks of one person hang together', () => {
    const withGroups = setOf(...set.variables.values(), single('grupa', ['a', 'b'], [0, 0, 1, 1]));
    const [block] = crossTable(withGroups, request({ rows: ['uslugi'], columns: ['grupa'], base: 'mentions' })).blocks;
    expect(block!.tests).toEqual([{ variable: 'grupa', kind: 'none', reason: 'mentions' }]);
    expect(block!.rows.every(({ cells }) => cells.every(({ interval }) => interval === null))).toBe(true);
  });
});

describe('rankings', () => {
  it('show any place, first places and mean points', () => {
    // Three places. Orders: p q; q p r; p; r. First: p 2, q 1, r 1 of 4. Points: p 3+2+3 = 8, q 2+3 = 5, r 1+3 = 4.
    const set = setOf(several('sfery', ['p', 'q', 'r'], [[0, 1], [1, 0, 2], [0], [2]], 3));
    const [block] = crossTable(set, request({ rows: ['sfery'] })).blocks;
    expect(block!.rows.map(({ cells }) => [cells[0]!.share, cells[0]!.ranking])).toEqual([
      [3 / 4, { first: 2 / 4, points: 8 / 4 }],
      [2 / 4, { first: 1 / 4, points: 5 / 4 }],
      [2 / 4, { first: 1 / 4, points: 4 / 4 }],
    ]);
  });
});

describe('rows and columns out of sight', () => {
  const set = setOf(
    single('zgoda', ['tak', 'nie', 'wcale'], [...times(10, 0), ...times(20, 1), ...times(5, 2)]),
    single('grupa', ['a', 'b'], [...times(15, 0), ...times(20, 1)]),
  );
  const table = discloseRequest(set, request({ rows: ['zgoda'], columns: ['grupa'] }), {
    level: 0.05,
    smallestGroup: 5,
  });

  it('stay in the base and are named', () => {
    const { table: less, leftOut } = leaveOut(table, [{ variable: 'zgoda', codes: ['nie'] }]);
    expect(less.blocks[0]!.rows.map(({ code }) => code)).toEqual(['tak', 'wcale']);
    expect(less.blocks[0]!.bases).toEqual(table.blocks[0]!.bases);
    expect(leftOut).toEqual([{ variable: 'zgoda', code: 'nie', label: 'etykieta nie' }]);
  });

  it('take the letters that point to them along', () => {
    const { table: less } = leaveOut(table, [{ variable: 'grupa', codes: ['b'] }]);
    expect(less.columns.map(({ letter }) => letter)).toEqual([null, 'A']);
    expect(less.blocks[0]!.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.higherThan ?? []))).toEqual([]);
  });

  it('are sorted by what is shown', () => {
    expect(sortRows(table, 'ogolem').blocks[0]!.rows.map(({ code }) => code)).toEqual(['nie', 'tak', 'wcale']);
    expect(sortRows(table, 'A').blocks[0]!.rows.map(({ code }) => code)).toEqual(['tak', 'nie', 'wcale']);
    expect(sortRows(table, 'Z')).toBe(table);
  });
});

describe('the code of an item', () => {
  it('stands for its statements', () => {
    const statement = (name: string): Variable => ({
      ...single(name, ['1', '2'], [0, 1], true),
      origin: {
        kind: 'item',
        item: 'J',
        wording: 'Zdania',
        row: name,
        itemKind: 'battery',
        scale: null,
        criterion: null,
        comparisonCode: null,
      },
    });
    expect(expandItems(setOf(statement('J1'), statement('J2')), ['J'])).toEqual({
      rows: ['J1', 'J2'],
      expanded: ['J1', 'J2'],
    });
  });
});

/* Somebody who may merge as he likes puts all tables side by side and solves for the hidden columns. */
describe('tables with different merges', () => {
  const CODES = ['a', 'b', 'c', 'd', 'e'];
  const SMALLEST = 5;

  /** Every way to put the five groups into columns of which some are merged. */
  const partitions = (codes: readonly string[]): readonly (readonly (readonly string[])[])[] => {
    const [first, ...others] = codes;
    if (first === undefined) return [[]];
    return partitions(others).flatMap((parts) => [
      [[first], ...parts],
      ...parts.map((part, at) => parts.map((one, place) => (place === at ? [first, ...part] : one))),
    ]);
  };
  const ALL = partitions(CODES);

  const tableOf = (set: VariableSet, parts: readonly (readonly string[])[]): DisclosedTable =>
    discloseRequest(
      set,
      request({
        rows: ['zgoda'],
        columns: ['grupa'],
        merges: parts.filter(({ length }) => length > 1).map((codes) => ({ variable: 'grupa', codes, label: null })),
      }),
      { level: 0.05, smallestGroup: SMALLEST },
    );

  /** Sets of groups whose number of people follows from those shown: closed under sums and differences, by elimination. */
  const followsFrom = (shown: readonly (readonly number[])[], wanted: readonly number[]): boolean => {
    const rows: number[][] = [];
    const reduce = (row: readonly number[]): number[] => {
      const left = [...row];
      for (const known of rows) {
        const lead = known.findIndex((value) => Math.abs(value) > 1e-9);
        const factor = left[lead]! / known[lead]!;
        if (Math.abs(factor) > 1e-12) known.forEach((value, at) => (left[at] = left[at]! - factor * value));
      }
      return left;
    };
    for (const row of shown) {
      const left = reduce(row);
      if (left.some((value) => Math.abs(value) > 1e-9)) rows.push(left);
    }
    return reduce(wanted).every((value) => Math.abs(value) < 1e-9);
  };

  it('together tell of no group below the limit, all 52 of them beside one another', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(sizes, (counts) => {
        // The last count are people in no group at all.
        const places = counts.flatMap((count, at) => times(count, at === 5 ? -99 : at));
        const set = setOf(single('zgoda', ['tak'], times(places.length, 0)), single('grupa', CODES, places));
        const shown = ALL.flatMap((parts) => {
          const { columns, blocks } = tableOf(set, parts);
          return columns.flatMap(({ variable, code, merged }, at) => {
            if (blocks[0]!.bases[at] == null) return [];
            const codes = merged ?? [code];
            return [
              [...CODES.map((one) => Number(variable === null || codes.includes(one))), Number(variable === null)],
            ];
          });
        });
        for (let mask = 1; mask < 64; mask += 1) {
          const wanted = counts.map((_, at) => Number((mask & (1 << at)) !== 0));
          const people = counts.reduce((sum, count, at) => sum + count * wanted[at]!, 0);
          if (people > 0 && people < SMALLEST)
            expect([counts, wanted, followsFrom(shown, wanted)]).toEqual([counts, wanted, false]);
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  }, 120_000);

  it('show all hidden columns as one, and no smaller part of them', () => {
    const places = [2, 3, 4, 20, 30].flatMap((count, at) => times(count, at));
    const set = setOf(single('zgoda', ['tak'], times(59, 0)), single('grupa', CODES, places));
    const basesOf = (...parts: readonly string[][]) =>
      tableOf(set, parts).blocks[0]!.bases.map((base) => base?.n ?? null);
    expect(basesOf(['a'], ['b'], ['c'], ['d'], ['e'])).toEqual([59, null, null, null, 20, 30]);
    expect(basesOf(['a', 'b', 'c'], ['d'], ['e'])).toEqual([59, 9, 20, 30]);
    expect(basesOf(['a', 'b'], ['c'], ['d'], ['e'])[1]).toBeNull();
    expect(basesOf(['a', 'd'], ['b'], ['c'], ['e'])[1]).toBeNull();
  });
});
