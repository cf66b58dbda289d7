import fc from 'fast-check';
import {
  adjustTogether,
  compareVariables,
  fieldworkReasons,
  pairItems,
  UNKNOWN_FIELDWORK,
  type Change,
  type ChangeSide,
} from '../../../src/features/analysis/domain/changes';
import type { CategoryVariable, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';

/* Waves are made up here; the tests themselves are compared with R in changes-oracle.spec.ts. */

const QUALITY = ['bardzo źle', 'źle', 'średnio', 'dobrze', 'bardzo dobrze'];

const rating = (answers: readonly (number | null)[], rest: Partial<CategoryVariable> = {}): CategoryVariable => ({
  kind: 'category',
  name: 'Z3',
  label: 'Jak oceniają Państwo pracę ośrodka?',
  level: 'ordinal',
  categories: QUALITY.map((label, at) => ({ code: String(at + 1), label, value: at + 1, missing: null })),
  places: Int16Array.from(answers, (answer) => (answer === null ? -99 : answer - 1)),
  ...rest,
});

const setOf = (...variables: readonly Variable[]): VariableSet => {
  const [first] = variables;
  const n = first?.kind === 'category' ? first.places.length : 0;
  return { n, variables: new Map(variables.map((variable) => [variable.name, variable])) };
};

const side = (variable: CategoryVariable, weights?: readonly number[]): ChangeSide => {
  const weight: Variable = {
    kind: 'number',
    name: 'waga',
    label: 'waga',
    level: 'weight',
    values: Float64Array.from(weights ?? []),
    states: new Int8Array(weights?.length ?? 0),
  };
  return {
    set: weights === undefined ? setOf(variable) : setOf(variable, weight),
    variable: variable.name,
    weight: weights === undefined ? null : 'waga',
  };
};

const times = (count: number, answer: number): readonly number[] => new Array<number>(count).fill(answer);
const RULE = { smallestGroup: 5 };
const only = (change: Change) => {
  if (change.kind !== 'compared' || change.measures[0] === undefined) throw new Error(change.kind);
  return change.measures[0];
};

describe('a question in two waves', () => {
  const low = side(rating([...times(60, 3), ...times(40, 4)]));
  const high = side(rating([...times(40, 4), ...times(60, 5)]));

  it('a clear rise is called a rise, a clear fall a fall', () => {
    expect(only(compareVariables(low, high, RULE)).tested?.verdict).toBe('rise');
    expect(only(compareVariables(high, low, RULE)).tested?.verdict).toBe('fall');
  });

  it('small samples that differ a little: not significant, and not called the same', () => {
    const [one, other] = [side(rating([3, 4, 4, 5, 5, 3, 4, 5, 4, 4])), side(rating([4, 4, 4, 5, 5, 3, 4, 5, 4, 5]))];
    expect(only(compareVariables(one, other, RULE)).tested?.verdict).toBe('not-significant');
  });

  it('large samples that differ by nothing: practically the same', () => {
    const many = side(rating([...times(500, 4), ...times(500, 5)]));
    expect(only(compareVariables(many, many, RULE)).tested?.verdict).toBe('same');
  });

  it('answers that do not vary cannot be tested', () => {
    const { tested } = only(compareVariables(side(rating(times(20, 5))), side(rating(times(20, 4))), RULE));
    expect(tested).toMatchObject({ difference: -1, test: null, interval: null, verdict: 'untestable' });
  });

  it('"don\'t know" is in no mean and in the base of shares', () => {
    const categories = [
      ...rating([]).categories,
      { code: '98', label: 'trudno powiedzieć', value: null, missing: 98 } as const,
    ];
    const variable = rating([...times(20, 4), ...times(10, 6)], { categories });
    const mean = only(compareVariables(side(variable), side(variable), RULE)).later;
    expect(mean).toMatchObject({ n: 20, estimates: { value: 4 } });
    const nominal = { ...variable, level: 'nominal' as const };
    const share = compareVariables(side(nominal), side(nominal), RULE);
    const chosen =
      share.kind === 'compared' ? share.measures.find(({ category }) => category?.code === '4') : undefined;
    expect(chosen?.later).toMatchObject({ n: 30, estimates: { value: 20 / 30 } });
  });

  it('0 to 10 is compared as the balance of recommendations', () => {
    const categories = Array.from({ length: 11 }, (_, at) => ({
      code: String(at),
      label: String(at),
      value: at,
      missing: null,
    }));
    const answers = rating([...times(10, 11), ...times(10, 9), ...times(5, 1)], { categories });
    const measured = only(compareVariables(side(answers), side(answers), RULE));
    expect(measured).toMatchObject({ measure: 'recommendation', later: { estimates: { value: 20 } } });
  });

  it('weights of one change nothing', () => {
    const answers = [...times(12, 3), ...times(9, 4), ...times(14, 5)];
    const plain = compareVariables(low, side(rating(answers)), RULE);
    const weighted = compareVariables(low, side(rating(answers), times(answers.length, 1)), RULE);
    expect(weighted).toEqual(plain);
  });

  it('equal weights other than one give the same mean, interval and p as none', () => {
    const answers = [...times(12, 3), ...times(9, 4), ...times(14, 5)];
    const plain = only(compareVariables(low, side(rating(answers)), RULE)).tested;
    const weighted = only(compareVariables(low, side(rating(answers), times(answers.length, 2.5)), RULE)).tested;
    expect(weighted?.test?.kind).toBe('design');
    expect(weighted?.test?.p).toBeCloseTo(plain?.test?.p ?? NaN, 12);
    expect(weighted?.interval?.low).toBeCloseTo(plain?.interval?.low ?? NaN, 12);
  });

  it('differences shown together are corrected together, by Holm', () => {
    const change = compareVariables(low, side(rating([...times(45, 3), ...times(55, 4)])), RULE);
    const p = only(change).tested?.test?.p ?? NaN;
    const [first] = adjustTogether([change, change, change, change]);
    expect(only(first!).tested?.adjustedP).toBeCloseTo(Math.min(1, 4 * p), 12);
  });
});

describe('what must not be told of two waves', () => {
  it('neither difference nor test where one side has too few people', () => {
    const change = only(compareVariables(side(rating([5, 5, 5, 1])), side(rating(times(40, 4))), RULE));
    expect(change).toMatchObject({ earlier: { level: 'hidden' }, tested: null, untested: 'hidden' });
    expect(JSON.stringify(change.earlier)).toBe('{"level":"hidden"}');
  });

  it('five to nine answers: how many, and no estimate', () => {
    const change = only(compareVariables(side(rating([5, 4, 5, 4, 5, 4])), side(rating(times(40, 4))), RULE));
    expect(change).toMatchObject({ earlier: { level: 'counts', n: 6 }, tested: null, untested: 'few-answers' });
  });

  it('whatever the answers, a hidden side leaves no number from which it follows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 40 }),
        (few, many) => {
          const first = compareVariables(side(rating(few)), side(rating(many)), RULE);
          const same = compareVariables(side(rating([])), side(rating(many)), RULE);
          expect(first).toEqual(same);
        },
      ),
    );
  });
});

describe('where nothing is compared', () => {
  it('another mode or other people: only beside one another', () => {
    const earlier = { ...UNKNOWN_FIELDWORK, mode: 'papi' as const, recruitment: 'everyone' as const };
    const later = { ...UNKNOWN_FIELDWORK, mode: 'cawi' as const, recruitment: 'open' as const };
    expect(fieldworkReasons(earlier, later)).toEqual(['other-mode', 'other-sample']);
    expect(fieldworkReasons(earlier, UNKNOWN_FIELDWORK)).toEqual([]);
    const change = compareVariables(side(rating(times(20, 4))), side(rating(times(20, 5))), {
      ...RULE,
      beside: ['other-mode'],
    });
    expect(change).toMatchObject({ kind: 'beside', reasons: ['other-mode'], later: [{ estimate: { n: 20 } }] });
  });

  it('scales of other length are never tested, even if nobody said so', () => {
    const four = rating(times(20, 4), { categories: rating([]).categories.slice(0, 4) });
    expect(compareVariables(side(four), side(rating(times(20, 5))), RULE).kind).toBe('beside');
  });

  it('names and texts give no number', () => {
    const id: Variable = { kind: 'text', name: 'Z3', label: 'id', level: 'id', states: new Int8Array(3) };
    const change = compareVariables(
      { set: setOf(id), variable: 'Z3', weight: null },
      { set: setOf(id), variable: 'Z3', weight: null },
      RULE,
    );
    expect(change.kind).toBe('no-number');
  });
});

describe('which questions two waves share', () => {
  const own = rating([1, 2]);
  it('by name, where the words agree', () => {
    const pairs = pairItems({ code: 'w', set: setOf(own) }, { code: 'klienci', set: setOf(own) });
    expect(pairs).toMatchObject([{ beside: [], notice: null }]);
  });
  it('a name with other words is another question', () => {
    const other = rating([1, 2], { label: 'Ile lat ma organizacja' });
    expect(pairItems({ code: 'w', set: setOf(other) }, { code: 'klienci', set: setOf(own) })).toEqual([]);
  });
  it('as somebody matched them, whatever the names, with the decision kept', () => {
    const match = {
      questionnaire: 'klienci',
      field: 'Z3',
      comparisonCode: null,
      comparability: 'same' as const,
      reason: 'Raport z 2022 r. podaje pełne brzmienie',
    };
    const old = rating([1, 2], { name: 'v7', label: 'Ocena', origin: { kind: 'wave', match } });
    const [pair] = pairItems({ code: 'w', set: setOf(old) }, { code: 'klienci', set: setOf(own) });
    expect(pair).toMatchObject({ beside: [], decided: match.reason });
  });
  it('other words of a matched question put it beside', () => {
    const match = {
      questionnaire: 'klienci',
      field: 'Z3',
      comparisonCode: null,
      comparability: 'apart' as const,
      reason: null,
    };
    const old = rating([1, 2], { name: 'v7', label: 'Zadowolenie', origin: { kind: 'wave', match } });
    const [pair] = pairItems({ code: 'w', set: setOf(old) }, { code: 'klienci', set: setOf(own) });
    expect(pair?.beside).toEqual(['other-wording']);
  });
});
