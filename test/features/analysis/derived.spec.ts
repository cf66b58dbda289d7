import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readTextTable, parseCodebook } from '../../../src/features/analysis';
import { countVariable } from '../../../src/features/analysis/domain/dictionary/count-variable';
import {
  deriveAll,
  type Derivation,
  type DerivedVersion,
  type Target,
} from '../../../src/features/analysis/domain/derived';
import { crossTable, discloseTable } from '../../../src/features/analysis/domain/tables';
import { reliabilityOf } from '../../../src/features/analysis/domain/tables/reliability';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import type {
  CategoryVariable,
  NumberVariable,
  VariableSet,
} from '../../../src/features/analysis/domain/variables/variable';
import { AGREEMENT, asked, category, definitions, marks, number, setOf, versionOf } from './derived-builders';

const ORACLE = join(__dirname, '../../../../shared/oracle');

const derived = (set: VariableSet, ...versions: readonly DerivedVersion[]) => deriveAll(set, definitions(...versions));
const placesOf = (set: VariableSet, derivation: Derivation): readonly number[] => [
  ...(derived(set, versionOf('nowa1', derivation)).set.variables.get('nowa1') as CategoryVariable).places,
];
const numbersOf = (set: VariableSet, derivation: Derivation): NumberVariable =>
  derived(set, versionOf('nowa1', derivation)).set.variables.get('nowa1') as NumberVariable;
const group = (code: string, value: number | null = null) => ({ code, label: `grupa ${code}`, value });
const to = (code: string): Target => ({ kind: 'group', group: code });

const TOP_TWO: Derivation = {
  kind: 'recode',
  source: 'J1',
  level: 'ordinal',
  groups: [group('1', 1), group('0', 0)],
  assignments: [
    { code: '5', target: to('1') },
    { code: '4', target: to('1') },
    { code: '3', target: to('0') },
    { code: '2', target: to('0') },
    { code: '1', target: { kind: 'left-out' } },
    { code: '98', target: { kind: 'missing', state: 98 } },
  ],
};

describe('recoding', () => {
  it('puts answers into groups, keeps "don’t know" an answer of its own, and leaves every missing state as it was', () => {
    const set = setOf(asked('J1', [0, 1, 2, 3, 4, 5, -95, -96, -97, -98, -99]));
    expect(placesOf(set, TOP_TWO)).toEqual([0, 0, 1, 1, -96, 2, -95, -96, -97, -98, -99]);
  });

  it('never changes how many people there are, nor how many of them are missing without being sent there', () => {
    const place = fc.integer({ min: 0, max: 5 });
    const state = fc.constantFrom(-95, -96, -97, -98, -99);
    const target = fc.oneof(
      fc.constantFrom('1', '2', '3').map(to),
      fc.constantFrom(97 as const, 98 as const, 99 as const).map((code): Target => ({ kind: 'missing', state: code })),
      fc.constant<Target>({ kind: 'left-out' }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: place }, state), { maxLength: 200 }),
        fc.array(target, { minLength: 6, maxLength: 6 }),
        (places, targets) => {
          const set = setOf(asked('J1', places));
          const groups = ['1', '2', '3'].map((code) => group(code));
          const assignments = AGREEMENT.map(({ code }, at) => ({ code, target: targets[at]! }));
          const { variables } = derived(set, versionOf('g1', { ...TOP_TWO, groups, assignments })).set;
          const before = countVariable(variables.get('J1')!);
          const after = countVariable(variables.get('g1')!);
          const sentTo = (wanted: (target: Target) => boolean): number =>
            before.categories.reduce((sum, count, at) => (wanted(targets[at]!) ? sum + count : sum), 0);
          expect(after.all).toBe(before.all);
          expect(after.answered + after.states.reduce((sum, count) => sum + count, 0)).toBe(after.all);
          expect(after.categories.reduce((sum, count) => sum + count, 0)).toBe(after.answered);
          expect(after.states[0]).toBe(before.states[0]);
          expect(after.states[1]).toBe(before.states[1]! + sentTo(({ kind }) => kind === 'left-out'));
          expect(after.states[4]).toBe(before.states[4]! + sentTo((one) => one.kind === 'missing' && one.state === 99));
          groups.forEach(({ code }, at) => {
            expect(after.categories[at]).toBe(sentTo((one) => one.kind === 'group' && one.group === code));
          });
        },
      ),
    );
  });

  it('is worked out for a million people when first read, and once', () => {
    const set = setOf(
      asked(
        'J1',
        Array.from({ length: 1_000_000 }, (_, at) => (at % 7) - (at % 7 === 6 ? 105 : 0)),
      ),
    );
    const variable = derived(set, versionOf('g1', TOP_TWO)).set.variables.get('g1') as CategoryVariable;
    const { places } = variable;
    expect([places.length, places[6]]).toEqual([1_000_000, -99]);
    expect(variable.places).toBe(places);
  });
});

describe('bands of a number', () => {
  const BANDS: Derivation = {
    kind: 'bands',
    source: 'P6',
    bands: [
      { group: group('1'), from: null, to: 0 },
      { group: group('2'), from: 1, to: 9 },
      { group: group('3'), from: 10, to: null },
    ],
    outside: { kind: 'missing', state: 99 },
  };
  it('holds both ends, and says of a number between two bands that it is in none', () => {
    expect(placesOf(setOf(number('P6', [0, 1, 9, 9.5, 10, 500, -96, -98])), BANDS)).toEqual([
      0, 1, 1, -99, 2, 2, -96, -98,
    ]);
  });
});

describe('a scale of several items', () => {
  const MEAN: Derivation = { kind: 'scale', items: ['J1', 'J2', 'J3'], reversed: ['J3'], summary: 'mean', least: 2 };
  const set = setOf(
    asked('J1', [0, 0, 0, -96, 5]),
    asked('J2', [1, 1, -99, -96, 5]),
    asked('J3', [4, 5, -98, -96, -99]),
  );

  it('is the mean of the items answered, reversed ones turned round, and missing with fewer answers than the rule asks', () => {
    const { values, states } = numbersOf(set, MEAN);
    expect([...values]).toEqual([14 / 3, 4.5, NaN, NaN, NaN]);
    expect([...states]).toEqual([0, 0, -99, -96, -99]);
  });

  it('as a sum stands for all items: a gap counts as the mean of the others', () => {
    const { values } = numbersOf(set, { ...MEAN, summary: 'sum' });
    expect([...values].slice(0, 2)).toEqual([14, 13.5]);
  });

  const oracleTest = existsSync(ORACLE) ? it : it.skip;
  oracleTest(
    'has n, mean and standard deviation as psych::alpha in R has them for the sums of bfi, and the same alpha',
    () => {
      const codebook = parseCodebook(readFileSync(join(ORACLE, 'codebooks/bfi.json')));
      const table = readTextTable(readFileSync(join(ORACLE, 'data/bfi.csv')));
      const bfi = readWave(codebook, table.header, table.rows).set;
      const { entries } = JSON.parse(readFileSync(join(ORACLE, 'reference/reliability.json'), 'utf8')) as {
        entries: {
          method: string;
          dataset: string;
          variables: { items: string[] };
          params: { reverse?: string[] };
          results: { n: number; scale_mean: number; scale_sd: number; alpha_raw: number };
        }[];
      };
      const cases = entries.filter(({ method, dataset }) => method === 'cronbach_alpha' && dataset === 'bfi');
      expect(cases.length).toBeGreaterThanOrEqual(3);
      for (const { variables, params, results } of cases) {
        const { items } = variables;
        const reversed = params.reverse ?? [];
        const { values } = numbersOf(bfi, { kind: 'scale', items, reversed, summary: 'sum', least: items.length });
        const sums = [...values].filter((value) => !Number.isNaN(value));
        const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
        const sd = Math.sqrt(sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sums.length - 1));
        expect(sums.length).toBe(results.n);
        expect(mean).toBeCloseTo(results.scale_mean, 10);
        expect(sd).toBeCloseTo(results.scale_sd, 10);
        const request = { rows: items, columns: [], weight: null, filter: [] };
        expect(reliabilityOf(bfi, request, { reversed, least: 5 })?.alpha?.alpha).toBeCloseTo(results.alpha_raw, 10);
      }
    },
  );
});

describe('marks of a multiple choice', () => {
  const set = setOf(marks('U1', ['a', 'b', 'c', '98'], ['a b', 'c', '', '98', -96, -99, 'a 98']));

  it('are counted; "don’t know" and "not asked" are no zero', () => {
    const { values, states } = numbersOf(set, { kind: 'count', source: 'U1', options: ['a', 'b'] });
    expect([...values]).toEqual([2, 0, 0, NaN, NaN, NaN, 1]);
    expect([...states]).toEqual([0, 0, 0, -98, -96, -99, 0]);
  });

  it('become yes or no on the base of the source', () => {
    const derivation: Derivation = { kind: 'mark', source: 'U1', options: ['a'], yes: 'tak', no: 'nie' };
    expect(placesOf(set, derivation)).toEqual([0, 1, 1, 2, -96, -99, 0]);
    const { variables } = derived(set, versionOf('m1', derivation)).set;
    expect(countVariable(variables.get('m1')!).answered).toBe(countVariable(variables.get('U1')!).answered);
  });
});

describe('an expression', () => {
  const set = setOf(
    number('G3', [10, 4, 0, -96, -98]),
    number('G4', [5, -99, 0, -96, 3]),
    asked('J1', [0, 4, 5, -96, -99]),
    marks('U1', ['a', 'b'], ['a b', 'a', '', -96, 'b']),
  );
  const value = (text: string) => {
    const { values, states } = numbersOf(set, { kind: 'expression', text, result: 'number', groups: [] });
    return [...values].map((one, at) => (Number.isNaN(one) ? states[at] : one));
  };

  it.each([
    ['calculates; nothing divided by nothing is a missing answer', '${G4} div ${G3}', [0.5, -99, -99, -96, -98]],
    ['is missing wherever an answer it needs is missing', '${G3} + ${G4}', [15, -99, 0, -96, -98]],
    ['turns what is missing into a number only where that is said', 'coalesce(${G4}, 0)', [5, 0, 0, 0, 3]],
    ['asks whether something is missing', "if(${G4} = '', 1, 0)", [0, 1, 0, 1, 0]],
    ['sums nothing silently', 'sum(${G3}, ${G4})', [15, -99, 0, -96, -98]],
    ['does not take "don’t know" for "no"', "if(${J1} = '5', 1, 0)", [1, 0, -98, -96, -99]],
    ['is false beside something false, whatever is missing', '${G3} > 100 and ${G4} > 0', [0, 0, 0, -96, -98]],
    ['is true beside something true, whatever is missing', '${G3} > 1 or ${G4} > 1', [1, 1, 0, -96, 1]],
    ['counts marks', 'count-selected(${U1})', [2, 1, 0, -96, 1]],
    ['knows marks', "selected(${U1}, 'b')", [1, 0, 0, -96, 1]],
    ['passes over a choice that cannot be made', 'coalesce(if(${G4} > 1, 7, 8), 9)', [7, 9, 8, 9, 7]],
  ])('%s', (_, text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it('gives categories by their codes; a result without a category is a missing answer', () => {
    const text = "if(${G3} >= 10, 'duzo', if(${G3} > 0, 'malo', 'zero'))";
    const derivation: Derivation = {
      kind: 'expression',
      text,
      result: 'category',
      groups: [group('duzo'), group('malo')],
    };
    expect(placesOf(set, derivation)).toEqual([0, 1, -99, -96, -98]);
  });
});

describe('derived variables', () => {
  const set = setOf(asked('J1', [0, 1, 2, -96]), { ...asked('J9', [0, 1, 2, 3]), sensitive: true });
  const more = (source: string, pins = [{ name: source, version: 1 }]) => ({
    derivation: { kind: 'expression', text: `\${${source}} * 2`, result: 'number', groups: [] } as Derivation,
    pins,
  });

  it('of something sensitive are sensitive, through others too', () => {
    const { variables } = derived(
      set,
      versionOf('tajne', { ...TOP_TWO, source: 'J9' }),
      versionOf('dalej', more('tajne').derivation, more('tajne')),
      versionOf('jawne', TOP_TWO),
    ).set;
    expect(['tajne', 'dalej', 'jawne'].map((name) => variables.get(name)?.sensitive)).toEqual([true, true, undefined]);
  });

  it('of something sensitive have only the total in a table', () => {
    const many = setOf(
      asked(
        'J1',
        Array.from({ length: 40 }, (_, at) => at % 4),
      ),
      {
        ...asked(
          'J9',
          Array.from({ length: 40 }, (_, at) => at % 5),
        ),
        sensitive: true,
      },
    );
    const extended = derived(many, versionOf('tajne', { ...TOP_TWO, source: 'J9' })).set;
    const request = { rows: ['tajne'], columns: ['J1'], weight: null, filter: [] };
    const [block] = discloseTable(crossTable(extended, request), 5).blocks;
    expect(block?.hidden).toEqual([null, 'sensitive', 'sensitive', 'sensitive', 'sensitive']);
  });

  it('keep the version of others they were made with; older versions answer to name@version and are not listed', () => {
    const changed: Derivation = { ...TOP_TWO, groups: [group('1', 10), group('0', 0)] };
    const { variables } = derived(
      set,
      versionOf('g1', TOP_TWO),
      versionOf('g1', changed, { version: 2 }),
      versionOf('podwojona', more('g1').derivation, more('g1')),
    ).set;
    const read = (name: string) => variables.get(name) as CategoryVariable;
    expect(read('g1').categories[0]?.value).toBe(10);
    expect(read('g1@1').categories[0]?.value).toBe(1);
    expect(read('g1@1').name).toBe('g1@1');
    expect([...variables.keys()]).toEqual(['J1', 'J9', 'g1', 'podwojona']);
    expect(variables.get('g1@3')).toBeUndefined();
    expect((variables.get('podwojona') as NumberVariable).values[0]).toBe(2);
  });

  it('whose source is gone, or is something else now, are not there, and say why', () => {
    const { set: extended, faults } = derived(
      setOf(number('J1', [1, 2])),
      versionOf('g1', TOP_TWO),
      versionOf('g2', { ...TOP_TWO, source: 'Z9' }),
      versionOf('g3', more('g2').derivation, more('g2')),
    );
    expect([...extended.variables.keys()]).toEqual(['J1']);
    expect([...faults].map(([name, { kind }]) => [name, kind])).toEqual([
      ['g1', 'source-kind'],
      ['g2', 'source-gone'],
      ['g3', 'source-gone'],
    ]);
  });

  it('do not hang on circles and long chains', () => {
    const chain = Array.from({ length: 9 }, (_, at) => {
      const source = at === 0 ? 'J1' : `v${at - 1}`;
      return versionOf(`v${at}`, more(source).derivation, at === 0 ? {} : more(source));
    });
    const { faults } = derived(set, ...chain);
    expect([...faults.keys()]).toEqual(['v5', 'v6', 'v7', 'v8']);
  });

  it('give way to a question that takes their name', () => {
    const { set: extended, faults } = derived(setOf(asked('g1', [0]), asked('J1', [0])), versionOf('g1', TOP_TWO));
    expect(extended.variables.get('g1')?.label).toBe('Pytanie g1');
    expect(faults.get('g1')?.kind).toBe('name-taken');
  });

  it('of 200 categories and of a set with more than 32 options work', () => {
    const codes = Array.from({ length: 200 }, (_, at) => `k${at}`);
    const wide = asked(
      'W',
      [199, 0, 7],
      codes.map((code) => category(code)),
    );
    const assignments = codes.map((code, at) => ({ code, target: to(at % 2 === 0 ? '1' : '0') }));
    expect(placesOf(setOf(wide), { ...TOP_TWO, source: 'W', assignments })).toEqual([1, 0, 1]);
  });
});
