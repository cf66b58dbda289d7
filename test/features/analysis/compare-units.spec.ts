import fc from 'fast-check';
import {
  compareUnits,
  depthOf,
  joinSameMeaning,
  MARGINS,
  measuresOf,
  REST,
  type ComparedItem,
  type ComparisonRequest,
  type Verdict,
} from '../../../src/features/analysis/domain/comparison';
import type { CategoryVariable, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';

/* Builders: a rating from 1 to 5 by institution. */

const LABELS = ['bardzo źle', 'źle', 'średnio', 'dobrze', 'bardzo dobrze'];
const SCALE = LABELS.map((label, at) => ({ code: String(at + 1), label, value: at + 1, missing: null }));
const names = (codes: readonly string[]) => codes.map((code) => ({ code, label: code, value: null, missing: null }));

type Ratings = Readonly<Record<string, readonly number[]>>;

/** Rating 0 = left empty. */
const setOf = (ratings: Ratings, more: Readonly<Record<string, Variable>> = {}): VariableSet => {
  const codes = Object.keys(ratings);
  const all = codes.flatMap((code, place) => ratings[code]!.map((rating) => ({ place, rating })));
  const unit: CategoryVariable = {
    kind: 'category',
    name: 'instytucja',
    label: 'instytucja',
    origin: { kind: 'dimension' },
    level: 'nominal',
    categories: names(codes),
    places: Int16Array.from(all, ({ place }) => place),
  };
  const rated: CategoryVariable = {
    kind: 'category',
    name: 'Z3',
    label: 'Ocena',
    level: 'ordinal',
    categories: SCALE,
    places: Int16Array.from(all, ({ rating }) => (rating === 0 ? -99 : rating - 1)),
  };
  return {
    n: all.length,
    variables: new Map<string, Variable>([['instytucja', unit], ['Z3', rated], ...Object.entries(more)]),
  };
};

const REQUEST: ComparisonRequest = {
  unit: 'instytucja',
  filter: [],
  weight: null,
  against: 'pairs',
  family: 'page',
  margins: MARGINS,
};

const compare = (set: VariableSet, request: Partial<ComparisonRequest> = {}, measure = 'mean'): ComparedItem => {
  const measures = measuresOf(set.variables.get('Z3')!).filter(({ code }) => code === measure);
  return compareUnits(set, measures, { ...REQUEST, ...request }, 5).items[0]!;
};

const times = (rating: number, n: number): readonly number[] => Array.from({ length: n }, () => rating);
/** Half one below and half one above: variance 1. */
const around = (rating: number, n: number): readonly number[] => [
  ...times(rating - 1, n / 2),
  ...times(rating + 1, n / 2),
];

const verdictsOf = (item: ComparedItem): readonly Verdict[] => item.contrasts.map(({ verdict }) => verdict);

describe('The four verdicts', () => {
  it('is "different" when the corrected test says so', () => {
    expect(verdictsOf(compare(setOf({ A: around(4, 60), B: around(3, 60) })))).toEqual(['different']);
  });

  it('is "practically the same" when the difference is certainly below the margin', () => {
    expect(verdictsOf(compare(setOf({ A: around(4, 400), B: around(4, 400) })))).toEqual(['same']);
  });

  it('is "practically the same" even where a huge sample proves a tiny difference', () => {
    const item = compare(setOf({ A: [...around(4, 4000), ...times(5, 400)], B: around(4, 4000) }));
    expect(item.contrasts[0]!.found!.adjustedP).toBeLessThan(0.05);
    expect(verdictsOf(item)).toEqual(['same']);
  });

  it('is "not known" when answers are few, however the means look', () => {
    expect(verdictsOf(compare(setOf({ A: around(4, 10), B: [...around(4, 10), 3, 3] })))).toEqual(['unknown']);
  });

  it('is "too few to show" below ten answers, and nothing of them is estimated', () => {
    const item = compare(setOf({ A: around(4, 40), B: around(4, 8) }));
    expect(verdictsOf(item)).toEqual(['hidden']);
    expect(item.contrasts[0]!.found).toBeNull();
    expect(item.groups[1]).toEqual({ code: 'B', label: 'B', seen: false, reason: 'few' });
  });

  it('changes with the margin that somebody chose', () => {
    const set = setOf({ A: around(4, 400), B: around(4, 400) });
    expect(verdictsOf(compare(set, { margins: { ...MARGINS, mean: 0.05 } }))).toEqual(['unknown']);
  });
});

describe('Disclosure', () => {
  it('hides the other institution with a group of four, because the region minus one is the other', () => {
    const { groups } = compare(setOf({ A: around(4, 40), B: around(4, 4) }));
    expect(groups.map((group) => (group.seen ? 'seen' : group.reason))).toEqual(['protects-another', 'too-few']);
  });

  it('hides one more of three, the smallest', () => {
    const item = compare(setOf({ A: around(4, 40), B: around(4, 4), C: around(4, 20) }));
    expect(item.groups.map((group) => (group.seen ? 'seen' : group.reason))).toEqual([
      'seen',
      'too-few',
      'protects-another',
    ]);
  });

  it('protects the few who named another institution', () => {
    const set = setOf({ A: around(4, 40), B: around(4, 30) });
    const unit = set.variables.get('instytucja') as CategoryVariable;
    unit.places.set([-99, -99], 0);
    expect(compare(set).groups.some((group) => !group.seen && group.reason === 'protects-another')).toBe(true);
  });

  it('leaves out those whose group is not known, by whom nobody can be recognised', () => {
    const set = setOf({ A: around(4, 40), B: around(4, 30) });
    const { origin: _, ...unit } = set.variables.get('instytucja') as CategoryVariable;
    const typ = { ...unit, name: 'typ', places: Int16Array.from(unit.places) };
    typ.places.set([-99, -99], 0);
    const item = compare({ ...set, variables: new Map([...set.variables, ['typ', typ]]) }, { unit: 'typ' });
    expect(item.groups.every(({ seen }) => seen)).toBe(true);
    expect(item.region!.n).toBe(68);
  });

  it('hides a group from which the filter takes a few, and another, so that the region does not tell', () => {
    const set = setOf({ A: around(4, 40), B: around(4, 30), C: around(4, 20) });
    const unit = set.variables.get('instytucja') as CategoryVariable;
    const served = { ...unit, name: 'U1', label: 'U1', categories: names(['tak', 'nie']), places: new Int16Array(90) };
    served.places.fill(1, 37, 40);
    served.places.fill(1, 84, 90);
    const item = compare(
      { ...set, variables: new Map([...set.variables, ['U1', served]]) },
      { filter: [{ variable: 'U1', codes: ['tak'] }] },
    );
    expect(item.groups.map(({ seen }) => seen)).toEqual([false, true, false]);
    expect(item.groups[0]).toMatchObject({ reason: 'protects-another' });
  });

  it('tells of a sensitive question only what everyone said', () => {
    const set = setOf({ A: around(4, 40), B: around(4, 30) });
    const rated = { ...set.variables.get('Z3')!, sensitive: true as const };
    const item = compare({ ...set, variables: new Map([...set.variables, ['Z3', rated]]) });
    expect(item.region!.n).toBe(70);
    expect(item.groups.map((group) => !group.seen && group.reason)).toEqual(['sensitive', 'sensitive']);
    expect(verdictsOf(item)).toEqual(['hidden']);
  });
});

describe('Bad input', () => {
  it('of one group compares nothing', () => {
    expect(compare(setOf({ A: around(4, 40) })).contrasts).toEqual([]);
  });

  it('passes over an empty group', () => {
    const item = compare(setOf({ A: around(4, 40), B: around(3, 40), C: times(0, 12) }));
    expect(item.contrasts).toHaveLength(1);
    expect(item.groups[2]).toMatchObject({ seen: false, reason: 'none' });
  });

  it('with every answer missing shows nothing', () => {
    const item = compare(setOf({ A: times(0, 40), B: times(0, 40) }));
    expect(item.region).toBeNull();
    expect(item.contrasts).toEqual([]);
  });

  it.each([
    ['nobody', 3],
    ['everybody', 5],
  ])('with a share of %s has an interval and no test', (_, rating) => {
    const item = compare(setOf({ A: times(rating, 40), B: times(rating, 60) }), {}, 'top-two');
    const { found, verdict } = item.contrasts[0]!;
    expect(found).toMatchObject({ difference: 0, p: null, adjustedP: null });
    expect(found!.interval!.low).toBeLessThan(0);
    expect(verdict).toBe('same');
  });

  it('of a mean that does not vary says that there is nothing to test', () => {
    const { found, verdict } = compare(setOf({ A: times(5, 40), B: times(5, 60) })).contrasts[0]!;
    expect(found).toMatchObject({ difference: 0, interval: null, p: null, equivalence: null });
    expect(verdict).toBe('unknown');
  });
});

const ratings = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 0, maxLength: 60 });
const threeGroups = fc.record({ A: ratings, B: ratings, C: ratings });
const measureCodes = fc.constantFrom('mean', 'top-two', 'bottom-two');
const numbersIn = (thing: unknown): readonly number[] => {
  if (typeof thing === 'number') return [thing];
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(numbersIn) : [];
};

describe('Properties', () => {
  it('A − B is −(B − A), with the same p and verdict', () => {
    fc.assert(
      fc.property(ratings, ratings, measureCodes, (a, b, measure) => {
        const [straight] = compare(setOf({ A: a, B: b }), {}, measure).contrasts;
        const [turned] = compare(setOf({ B: b, A: a }), {}, measure).contrasts;
        expect(turned?.verdict).toBe(straight?.verdict);
        if (straight?.found == null || turned?.found == null) return;
        expect(turned.found.difference).toBeCloseTo(-straight.found.difference, 12);
        expect(turned.found.interval?.low ?? 0).toBeCloseTo(-(straight.found.interval?.high ?? 0), 9);
        expect(turned.found.p ?? 0).toBeCloseTo(straight.found.p ?? 0, 9);
        expect(turned.found.equivalence?.p ?? 0).toBeCloseTo(straight.found.equivalence?.p ?? 0, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('a verdict of a difference never stands beside a proven equivalence, and no number is NaN or endless', () => {
    fc.assert(
      fc.property(
        threeGroups,
        measureCodes,
        fc.constantFrom('pairs' as const, 'rest' as const),
        (groups, measure, against) => {
          const item = compare(setOf(groups), { against }, measure);
          for (const { verdict, found } of item.contrasts) {
            if (verdict === 'different') expect(found!.adjustedEquivalenceP ?? 1).toBeGreaterThanOrEqual(0.05);
            if (verdict === 'same') expect(found!.adjustedEquivalenceP).toBeLessThan(0.05);
            if (verdict === 'unknown') expect(found!.adjustedP ?? 1).toBeGreaterThanOrEqual(0.05);
          }
          expect(numbersIn(item).every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nobody below ten answers is estimated, and no group of fewer than five follows from the region', () => {
    fc.assert(
      fc.property(threeGroups, (groups) => {
        const item = compare(setOf(groups));
        const hidden = item.groups.filter((group) => !group.seen && group.reason !== 'few' && group.reason !== 'none');
        const sizeOf = (code: string): number => groups[code as 'A'].filter((rating) => rating > 0).length;
        for (const group of item.groups) if (group.seen) expect(group.estimate.n).toBeGreaterThanOrEqual(10);
        const together = hidden.reduce((sum, { code }) => sum + sizeOf(code), 0);
        if (item.region !== null && hidden.length > 0) expect(together).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 100 },
    );
  });

  it('has no place in a ranking anywhere: only values, intervals and which of them are apart', () => {
    fc.assert(
      fc.property(threeGroups, (groups) => {
        const item = compare(setOf(groups));
        expect(JSON.stringify(item)).not.toMatch(/rank|place|position/i);
        for (const [a, b] of item.apart) {
          const [one, other] = [a, b].map((code) => item.groups.find((group) => group.code === code)!);
          const isApart = (low: typeof one, high: typeof one): boolean =>
            low?.seen === true && high?.seen === true && low.estimate.interval!.high < high.estimate.interval!.low;
          expect(isApart(one, other) || isApart(other, one)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('One item in depth', () => {
  const depth = (
    set: VariableSet,
    mix: readonly Variable[] = [],
    request: Partial<ComparisonRequest> = {},
    measure = 'mean',
  ) => {
    const mean = measuresOf(set.variables.get('Z3')!).find(({ code }) => code === measure);
    const asked = { ...REQUEST, ...request };
    const [item] = compareUnits(set, [mean!], asked, 5).items;
    return depthOf(set, mean!, item!, { request: asked, smallestGroup: 5, mix });
  };

  it('says how many answers would be needed: 388 in each group for 60% against 50% (R: power.prop.test, 387.34)', () => {
    const set = setOf({
      A: [...times(5, 60), ...times(1, 40)],
      B: [...times(5, 50), ...times(1, 50)],
    });
    expect(depth(set, [], {}, 'top-two').contrasts[0]!.needed!.forDifference).toBe(388);
    expect(depth(setOf({ A: around(4, 40), B: around(4, 40) })).contrasts[0]!.needed!.forDifference).toBeNull();
  });

  it('draws a funnel that closes on the region, with a point beyond it only where it is', () => {
    const middle = [...around(4, 36), ...around(3, 24)];
    const { funnel } = depth(setOf({ A: around(4, 100), B: middle, C: around(2, 40) }));
    const last = funnel!.curve.at(-1)!;
    const first = funnel!.curve[0]!;
    expect(last.inner.high - last.inner.low).toBeLessThan(first.inner.high - first.inner.low);
    expect(funnel!.points.map(({ place }) => place)).toEqual(['beyond-outer', 'inside', 'beyond-outer']);
  });

  /** Type 0 rates 2, type 1 rates 4; A serves mostly type 1, B mostly type 0. */
  const mixed = (): { readonly set: VariableSet; readonly typ: CategoryVariable } => {
    const [many, few] = [40, 10];
    const set = setOf({ A: [...around(4, many), ...around(2, few)], B: [...around(4, few), ...around(2, many)] });
    const typ: CategoryVariable = {
      kind: 'category',
      name: 'typ',
      label: 'typ',
      level: 'nominal',
      categories: names(['pes', 'ngo']),
      places: Int16Array.from([...times(1, many), ...times(0, few), ...times(1, few), ...times(0, many)]),
    };
    return { set, typ };
  };

  it('takes the client mix out of a difference that comes from it alone, and says that the two disagree', () => {
    const { set, typ } = mixed();
    const { adjustment, contrasts } = depth(set, [typ]);
    expect(contrasts[0]!.verdict).toBe('different');
    const [adjusted] = adjustment!.results!.contrasts;
    expect(adjusted!.difference).toBeCloseTo(0, 10);
    expect(adjusted).toMatchObject({ disagrees: true });
    expect(adjustment!.results!.groups.map(({ value }) => value!.toFixed(6))).toEqual(['3.000000', '3.000000']);
  });

  it('does not adjust by a variable of which some group has too few people in every category but one', () => {
    const { set, typ } = mixed();
    typ.places.fill(1, 50, 97);
    const { adjustment } = depth(set, [typ]);
    expect(adjustment).toMatchObject({ used: [], results: null, unused: [{ variable: 'typ', reason: 'too-thin' }] });
  });
});

describe('Questions of the same meaning in several questionnaires', () => {
  const asked = (set: VariableSet, comparisonCode: string): VariableSet => {
    const rated = set.variables.get('Z3')!;
    const origin = {
      kind: 'item',
      item: 'Z3',
      wording: 'Ocena',
      row: null,
      itemKind: 'single',
      scale: null,
      criterion: null,
      comparisonCode,
    } as const;
    return { ...set, variables: new Map([...set.variables, ['Z3', { ...rated, origin }]]) };
  };
  const clients = asked(setOf({ A: around(4, 40), B: around(3, 40) }), 'overall');

  it('stand side by side: clients of OWES and partners of ROPS', () => {
    const item = compare(joinSameMeaning(clients, [asked(setOf({ rops: around(4, 30) }), 'overall')]));
    expect(item.groups.map(({ code }) => code)).toEqual(['A', 'B', 'rops']);
    expect(
      compare(joinSameMeaning(clients, [asked(setOf({ rops: around(4, 30) }), 'overall')]), { against: 'rest' })
        .contrasts[2],
    ).toMatchObject({
      first: 'rops',
      second: REST,
    });
  });

  it('stay apart under another code', () => {
    const item = compare(joinSameMeaning(clients, [asked(setOf({ rops: around(4, 30) }), 'other')]));
    expect(item.groups.filter(({ seen }) => seen)).toHaveLength(2);
  });
});
