import fc from 'fast-check';
import type {
  CategoryVariable,
  NumberVariable,
  VariableSet,
} from '../../../src/features/analysis/domain/variables/variable';
import {
  diagnose,
  draftOf,
  possibleMargins,
  readDraft,
  readTotals,
  shownCounts,
  weigh,
  type WeightDraft,
} from '../../../src/features/analysis/domain/weights';

/** Places of categories by respondent; −99 where nothing was answered. */
const categories = (name: string, codes: readonly string[], places: readonly number[]): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  level: 'nominal',
  categories: codes.map((code) => ({ code, label: `etykieta ${code}`, value: null, missing: null })),
  places: Int16Array.from(places),
});

const setOf = (...variables: readonly (CategoryVariable | NumberVariable)[]): VariableSet => ({
  n: variables[0]?.kind === 'category' ? variables[0].places.length : (variables[0]?.values.length ?? 0),
  variables: new Map(variables.map((variable) => [variable.name, variable])),
});

const repeat = (...counts: readonly (readonly [place: number, times: number])[]): readonly number[] =>
  counts.flatMap(([place, times]) => new Array<number>(times).fill(place));

const draft = (
  variables: readonly string[],
  totals: Readonly<Record<string, string>>,
  more: Partial<WeightDraft> = {},
): WeightDraft => ({
  method: 'raking',
  unit: 'totals',
  base: '',
  variables,
  totals: new Map(Object.entries(totals)),
  joined: new Map(),
  trimming: { kind: 'none', lower: '', upper: '', share: '' },
  ...more,
});

const kindsOf = (faults: readonly { readonly kind: string }[]): readonly string[] => faults.map(({ kind }) => kind);

const made = (set: VariableSet, wanted: WeightDraft) => {
  const { rules, faults } = readDraft(set, wanted);
  if (rules === null) return { faults: kindsOf(faults), weighing: null, rules };
  const outcome = weigh(set, rules, 5);
  return outcome.kind === 'refused'
    ? { faults: kindsOf(outcome.faults), weighing: null, rules }
    : { faults: [], weighing: outcome.weighing, rules };
};

const sex = categories('plec', ['k', 'm'], repeat([0, 30], [1, 10]));

describe('A weight', () => {
  it('of one variable is the population over the respondents', () => {
    const { weighing } = made(setOf(sex), draft(['plec'], { 'plec:k': '600', 'plec:m': '400' }));
    expect([weighing?.weights[0], weighing?.weights[39]]).toEqual([20, 40]);
  });

  it('goes to nobody who lacks a margin, and says how many they are', () => {
    const set = setOf(sex, categories('wiek', ['a', 'b'], repeat([0, 20], [-99, 5], [1, 15])));
    const totals = { 'plec:k': '50', 'plec:m': '50', 'wiek:a': '40', 'wiek:b': '60' };
    const { weighing, rules } = made(set, draft(['plec', 'wiek'], totals));
    expect(Array.from(weighing!.weights.subarray(20, 25))).toEqual([NaN, NaN, NaN, NaN, NaN]);
    const found = diagnose(set, rules!, weighing!, 5);
    expect(found.n).toBe(35);
    expect(found.without).toEqual([{ variable: 'wiek', label: 'wiek', people: 5 }]);
    expect(found.sumOfWeights).toBeCloseTo(100, 9);
    expect(found.largestMiss).toBeLessThan(1e-9);
  });

  it('is cut to bounds, and its sum stays', () => {
    const wanted = draft(
      ['plec'],
      { 'plec:k': '100', 'plec:m': '900' },
      {
        trimming: { kind: 'bounds', lower: '0,3', upper: '2', share: '' },
      },
    );
    const { weighing, rules } = made(setOf(sex), wanted);
    const found = diagnose(setOf(sex), rules!, weighing!, 5);
    expect(found.max).toBeCloseTo(50, 9);
    expect(found.sumOfWeights).toBeCloseTo(1000, 9);
    expect(found.trimmed).toBe(40);
    expect(found.largestMiss).toBeGreaterThan(0.1);
  });

  it('of a category joined to another counts both with one total', () => {
    const set = setOf(categories('region', ['a', 'b', 'c'], repeat([0, 20], [1, 20], [2, 2])));
    const totals = { 'region:a': '100', 'region:b': '80', 'region:c': '20' };
    expect(made(set, draft(['region'], totals)).faults).toEqual(['cell-few']);
    const { weighing } = made(set, draft(['region'], totals, { joined: new Map([['region:c', 'region:b']]) }));
    expect(weighing!.weights[41]).toBeCloseTo(100 / 22, 9);
  });

  it('survives joins that run in a circle', () => {
    const joined = new Map([
      ['plec:k', 'plec:m'],
      ['plec:m', 'plec:k'],
    ]);
    const { weighing } = made(setOf(sex), draft(['plec'], { 'plec:k': '600', 'plec:m': '400' }, { joined }));
    expect(weighing?.weights[0]).toBe(20);
  });

  it('typed again from its rules is the same', () => {
    const totals = { 'plec:k': '51,5', 'plec:m': '48,5' };
    const first = made(setOf(sex), draft(['plec'], totals, { unit: 'shares' }));
    expect(made(setOf(sex), draftOf(first.rules!)).weighing?.weights).toEqual(first.weighing?.weights);
  });

  it('meets its margins for any respondents and any totals, or is refused', () => {
    const person = fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 1 }));
    const total = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 200 }),
        fc.tuple(total, total, total, total),
        (people, [a, b, c, d]) => {
          const set = setOf(
            categories(
              'x',
              ['a', 'b', 'c'],
              people.map(([place]) => (place < 0 ? -99 : place)),
            ),
            categories(
              'y',
              ['d', 'e'],
              people.map(([, place]) => place),
            ),
          );
          const rest = a + b + c;
          const wanted = draft(['x', 'y'], {
            'x:a': String(a),
            'x:b': String(b),
            'x:c': String(c),
            'y:d': String((rest * d) / 2000),
            'y:e': String(rest - (rest * d) / 2000),
          });
          const { weighing, rules, faults } = made(set, wanted);
          if (weighing === null) return faults.length > 0;
          const { largestMiss, effectiveN, n } = diagnose(set, rules, weighing, 5);
          return largestMiss < 1e-6 && effectiveN <= n + 1e-9;
        },
      ),
    );
  });
});

describe('A weight that cannot be is refused', () => {
  it('where empty combinations contradict the totals', () => {
    const set = setOf(sex, categories('wiek', ['a', 'b'], repeat([0, 30], [1, 10])));
    const totals = { 'plec:k': '50', 'plec:m': '50', 'wiek:a': '90', 'wiek:b': '10' };
    expect(made(set, draft(['plec', 'wiek'], totals)).faults).toEqual(['not-converging']);
  });

  it('where nobody has all margins', () => {
    const set = setOf(sex, categories('wiek', ['a', 'b'], repeat([-99, 40])));
    const totals = { 'plec:k': '50', 'plec:m': '50', 'wiek:a': '90', 'wiek:b': '10' };
    expect(made(set, draft(['plec', 'wiek'], totals)).faults).toEqual(['nobody']);
  });

  it('for ten thousand categories, a number, a weight and a sensitive question as margins', () => {
    const many = categories(
      'gmina',
      Array.from({ length: 10_000 }, (_, at) => String(at)),
      repeat([0, 40]),
    );
    const values = new Float64Array(40).fill(1);
    const number: NumberVariable = {
      kind: 'number',
      name: 'pw',
      label: 'pw',
      level: 'weight',
      values,
      states: new Int8Array(40),
    };
    const set = setOf(many, number, { ...sex, name: 'J9', sensitive: true }, sex);
    const faultsOf = (...names: readonly string[]) => kindsOf(possibleMargins(set, 'raking', names).faults);
    expect(faultsOf('gmina')).toEqual(['too-many-cells']);
    expect(faultsOf('pw')).toEqual(['unusable-variable']);
    expect(faultsOf('J9')).toEqual(['sensitive-variable']);
    expect(faultsOf(...new Array<string>(9).fill('plec'))).toEqual(['too-many-margins']);
    expect(kindsOf(possibleMargins(set, 'cells', ['gmina', 'plec']).faults)).toEqual(['too-many-cells']);
  });
});

describe('A table of totals', () => {
  const set = setOf(sex, categories('wiek', ['1', '2'], repeat([0, 20], [1, 20])));

  it('is read by codes or labels, each row with its fate', () => {
    const { method, variables, lines } = readTotals(set, [
      ['plec', 'k', '10'],
      ['plec', 'Etykieta M', '12 000,5'],
      ['plec', 'x', '1'],
      ['wzrost', '1', '1'],
      ['wiek', '1', ''],
      ['wiek', '2', '-1'],
      ['plec*wiek', 'k*1', '5'],
    ]);
    expect([method, variables]).toEqual(['raking', ['plec', 'wiek']]);
    expect(kindsOf(lines)).toEqual([
      'taken',
      'taken',
      'unknown-category',
      'unknown-variable',
      'empty',
      'not-positive',
      'crossed',
    ]);
  });

  it('may cross variables', () => {
    const { method, variables, totals, lines } = readTotals(set, [
      ['plec*wiek', 'k*1', '5'],
      ['plec × wiek', 'm × 2', '6'],
      ['plec*wiek', 'm*2', '6'],
    ]);
    expect([method, variables]).toEqual(['cells', ['plec', 'wiek']]);
    expect([...totals.keys()]).toEqual(['plec,wiek:k,1', 'plec,wiek:m,2']);
    expect(kindsOf(lines)).toEqual(['taken', 'taken', 'repeated']);
  });
});

describe('Counts beside one another', () => {
  it('hide few people and whoever would give them away', () => {
    expect(shownCounts([40, 3, 12, 0, 9], 5)).toEqual([40, null, 12, 0, null]);
    expect(shownCounts([40, 3, 3, 12], 5)).toEqual([40, null, null, 12]);
    expect(shownCounts([40, 12, 0], 5)).toEqual([40, 12, 0]);
  });
});
