import type { GroupSums, RecommendationCounts } from '../../../../statistics';
import { dominatedColumns } from '../tables/dominated-columns';
import { isMarked, type CategoryVariable, type NumberVariable, type SetVariable } from '../variables/variable';
import type { Measure, Points } from './measure';
import type { Units } from './units';

/** Who is counted and how. */
export interface Counting {
  readonly units: Units;
  /** 1 = let through by the filter and carrying a weight; null = everyone. */
  readonly members: Uint8Array | null;
  readonly weights: Float64Array | null;
}

/** Sums of one measure over each unit, and last over those in none. Before disclosure control: not for eyes. */
export interface Measured {
  readonly measure: Measure;
  readonly sums: readonly GroupSums[];
  /** Taken off every value before summing, because squares of large numbers lose digits. */
  readonly pivot: number;
  /** Respondents who answered, "don't know" included. */
  readonly answered: readonly number[];
  readonly recommendations: readonly RecommendationCounts[] | null;
  /** Of sums: the whole, then each unit; true where one has most of it. */
  readonly dominated: readonly boolean[] | null;
}

export const measure = (what: Measure, counting: Counting): Measured => {
  if ('points' in what) return ofCategory(what, what.variable, what.points, counting);
  if ('option' in what) return ofSet(what, what.variable, what.option, counting);
  return ofNumber(what, what.variable, counting);
};

/** The value of one respondent; null: in no base. */
export const valueReader = (what: Measure): ((at: number) => number | null) => {
  if ('points' in what) return (at) => what.points[what.variable.places[at] ?? -1] ?? null;
  if ('option' in what)
    return (at) => (what.variable.states[at] === 0 ? Number(isMarked(what.variable, at, what.option)) : null);
  return (at) => {
    const value = what.variable.values[at] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
};

const TERMS = 7;

/** Sums kept flat, seven for each group: far faster than objects. */
const summing = (groups: number) => {
  const sums = new Float64Array(groups * TERMS);
  return {
    add: (group: number, w: number, x: number): void => {
      const at = group * TERMS;
      sums[at] = (sums[at] ?? 0) + 1;
      sums[at + 1] = (sums[at + 1] ?? 0) + w;
      sums[at + 2] = (sums[at + 2] ?? 0) + w * w;
      sums[at + 3] = (sums[at + 3] ?? 0) + w * x;
      sums[at + 4] = (sums[at + 4] ?? 0) + w * x * x;
      sums[at + 5] = (sums[at + 5] ?? 0) + w * w * x;
      sums[at + 6] = (sums[at + 6] ?? 0) + w * w * x * x;
    },
    all: (): readonly GroupSums[] =>
      Array.from({ length: groups }, (_, group) => toSums(sums.subarray(group * TERMS, (group + 1) * TERMS))),
  };
};

const toSums = ([
  n = 0,
  weight = 0,
  weightSquared = 0,
  x = 0,
  xSquared = 0,
  weightSquaredX = 0,
  weightSquaredXSquared = 0,
]: Float64Array): GroupSums => ({
  n,
  weight,
  weightSquared,
  x,
  xSquared,
  weightSquaredX,
  weightSquaredXSquared,
});

/** Counts of the categories in one pass; the points are put on afterwards. */
const ofCategory = (what: Measure, { places, categories }: CategoryVariable, points: Points, counting: Counting) => {
  const { units, members, weights } = counting;
  const groups = units.units.length + 1;
  const cells = categories.length * groups;
  const [n, weight, squares] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let at = 0; at < places.length; at += 1) {
    const [place, unit] = [places[at] ?? -1, units.placeOf[at] ?? -1];
    if (place < 0 || unit < 0 || (members !== null && members[at] === 0)) continue;
    const cell = place * groups + unit;
    const w = weights === null ? 1 : (weights[at] ?? 0);
    n[cell] = (n[cell] ?? 0) + 1;
    weight[cell] = (weight[cell] ?? 0) + w;
    squares[cell] = (squares[cell] ?? 0) + w * w;
  }
  const sums = Array.from({ length: groups }, (_, group) =>
    points.reduce<GroupSums>((sum, x, place) => {
      const cell = place * groups + group;
      return x === null ? sum : addCell(sum, x, [n[cell] ?? 0, weight[cell] ?? 0, squares[cell] ?? 0]);
    }, NOTHING),
  );
  const count = (group: number, isCounted: (x: number | null) => boolean): number =>
    points.reduce<number>((all, x, place) => all + (isCounted(x) ? (n[place * groups + group] ?? 0) : 0), 0);
  const each = <Thing>(read: (group: number) => Thing): readonly Thing[] => sums.map((_, group) => read(group));
  return {
    measure: what,
    sums,
    pivot: 0,
    answered: each((group) => count(group, () => true)),
    recommendations:
      what.kind === 'recommendation'
        ? each((group) => ({
            detractors: count(group, (x) => x === -100),
            passives: count(group, (x) => x === 0),
            promoters: count(group, (x) => x === 100),
          }))
        : null,
    dominated: null,
  };
};

export const NOTHING: GroupSums = toSums(new Float64Array(TERMS));

const addCell = (sum: GroupSums, x: number, [n, weight, squares]: readonly [number, number, number]): GroupSums => ({
  n: sum.n + n,
  weight: sum.weight + weight,
  weightSquared: sum.weightSquared + squares,
  x: sum.x + weight * x,
  xSquared: sum.xSquared + weight * x ** 2,
  weightSquaredX: sum.weightSquaredX + squares * x,
  weightSquaredXSquared: sum.weightSquaredXSquared + squares * x ** 2,
});

/** Sums of several groups together. */
export const together = (groups: readonly GroupSums[]): GroupSums =>
  groups.reduce(
    (all, one) => ({
      n: all.n + one.n,
      weight: all.weight + one.weight,
      weightSquared: all.weightSquared + one.weightSquared,
      x: all.x + one.x,
      xSquared: all.xSquared + one.xSquared,
      weightSquaredX: all.weightSquaredX + one.weightSquaredX,
      weightSquaredXSquared: all.weightSquaredXSquared + one.weightSquaredXSquared,
    }),
    NOTHING,
  );

const ofSet = (what: Measure, variable: SetVariable, option: number, counting: Counting): Measured => {
  const { units, members, weights } = counting;
  const sums = summing(units.units.length + 1);
  variable.states.forEach((state, at) => {
    const unit = units.placeOf[at] ?? -1;
    if (state !== 0 || unit < 0 || (members !== null && members[at] === 0)) return;
    const w = weights === null ? 1 : (weights[at] ?? 0);
    sums.add(unit, w, Number(isMarked(variable, at, option)));
  });
  const all = sums.all();
  return {
    measure: what,
    sums: all,
    pivot: 0,
    answered: all.map(({ n }) => n),
    recommendations: null,
    dominated: null,
  };
};

/** Money, jobs, people: of these a mean tells the sum. */
const SUMMED: ReadonlySet<string> = new Set(['ratio', 'count']);

const ofNumber = (what: Measure, variable: NumberVariable, counting: Counting): Measured => {
  const { units, members, weights } = counting;
  const pivot = variable.values.find((value) => !Number.isNaN(value)) ?? 0;
  const sums = summing(units.units.length + 1);
  variable.values.forEach((value, at) => {
    const unit = units.placeOf[at] ?? -1;
    if (Number.isNaN(value) || unit < 0 || (members !== null && members[at] === 0)) return;
    sums.add(unit, weights === null ? 1 : (weights[at] ?? 0), value - pivot);
  });
  const all = sums.all();
  const dominatedIn = (columnOf: Int16Array, columns: number): readonly boolean[] =>
    dominatedColumns(
      variable,
      {
        variable: null,
        columnOf,
        columns: Array.from({ length: columns }, () => ({ variable: null, code: null, label: '', letter: null })),
      },
      { members },
    );
  return {
    measure: what,
    sums: all,
    pivot,
    answered: all.map(({ n }) => n),
    recommendations: null,
    dominated: SUMMED.has(variable.level)
      ? [
          ...dominatedIn(new Int16Array(variable.values.length), 1),
          ...dominatedIn(units.placeOf, units.units.length + 1).slice(0, -1),
        ]
      : null,
  };
};
