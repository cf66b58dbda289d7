import { quantiles, rakeInRounds, trimWeights } from '../../../../statistics';
import type { CategoryVariable, VariableSet } from '../variables/variable';
import { countCells } from './count-cells';
import type { WeightFault } from './fault';
import { placeInCells } from './margin-cells';
import { cellKey, type Trimming, type WeightMargin, type WeightRules } from './rules';

/** Weights for the answers at hand. */
export interface Weighing {
  /** One for each respondent; NaN where there is none. */
  readonly weights: Float64Array;
  /** Places of those who carry a weight. */
  readonly rows: Int32Array;
  /** By margin, for all respondents: the cell, −1 for none. */
  readonly cellOf: readonly Int32Array[];
  /** By margin and cell: what the weights were to add up to. */
  readonly targets: readonly (readonly number[])[];
  readonly rounds: number;
  /** Limits of the weights after trimming; null: not trimmed. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  /** How many weights were cut to a limit. */
  readonly trimmed: number;
}

export type WeighingOutcome =
  | { readonly kind: 'weighed'; readonly weighing: Weighing }
  | { readonly kind: 'refused'; readonly faults: readonly WeightFault[] };

const refused = (...faults: readonly WeightFault[]): WeighingOutcome => ({ kind: 'refused', faults });

/**
 * Applies the rules to a data set: new answers change the weights, the same answers give the same weights.
 *
 * @param smallestGroup fewest people that a total may rest on
 */
export const weigh = (set: VariableSet, rules: WeightRules, smallestGroup: number): WeighingOutcome => {
  const variables = rules.margins.map((margin) => variablesOf(set, margin));
  const unknown = rules.margins.flatMap((margin, at) =>
    variables[at] === null ? [{ kind: 'unknown-variable' as const, variable: margin.variables.join(', ') }] : [],
  );
  if (unknown.length > 0) return refused(...unknown);
  const base = baseOf(set, rules.base);
  if (base === null) return refused({ kind: 'bad-base', variable: rules.base ?? '' });
  const cellOf = rules.margins.map(({ cells }, at) =>
    placeInCells(
      variables[at] ?? [],
      cells.map(({ members }) => members),
      set.n,
    ),
  );
  const rows = eligibleRows(set.n, cellOf, base);
  if (rows.length === 0) return refused({ kind: 'nobody' });
  const few = rules.margins.flatMap((margin, at) =>
    faultsOfCells(margin, {
      variables: variables[at] ?? [],
      cellOf: cellOf[at] ?? new Int32Array(),
      rows,
      smallestGroup,
    }),
  );
  return few.length > 0 ? refused(...few) : rakeRows(set.n, rules, { rows, cellOf, base });
};

const variablesOf = (set: VariableSet, margin: WeightMargin): readonly CategoryVariable[] | null => {
  const found = margin.variables.flatMap((name) => {
    const variable = set.variables.get(name);
    return variable?.kind === 'category' ? [variable] : [];
  });
  return found.length === margin.variables.length ? found : null;
};

/** Starting weights, one for each respondent; null where the variable cannot be one. */
const baseOf = (set: VariableSet, name: string | null): Float64Array | null => {
  if (name === null) return new Float64Array(set.n).fill(1);
  const variable = set.variables.get(name);
  if (variable?.kind !== 'number') return null;
  const most = variable.values.reduce((largest, value) => (value > largest ? value : largest), 0);
  return most > 0 && most < Infinity && variable.values.every((value) => !(value < 0)) ? variable.values : null;
};

const eligibleRows = (n: number, cellOf: readonly Int32Array[], base: Float64Array): Int32Array => {
  const rows = new Int32Array(n);
  let count = 0;
  for (let row = 0; row < n; row += 1) {
    if (!((base[row] ?? NaN) > 0)) continue;
    let isIn = true;
    for (const cells of cellOf) isIn &&= (cells[row] ?? -1) >= 0;
    if (!isIn) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
};

const faultsOfCells = (
  { variables: names, cells }: WeightMargin,
  parts: {
    readonly variables: readonly CategoryVariable[];
    readonly cellOf: Int32Array;
    readonly rows: Int32Array;
    readonly smallestGroup: number;
  },
): readonly WeightFault[] => {
  const counts = countCells(parts.cellOf, parts.rows, cells.length);
  const keyOf = (cell: number): string => cellKey(names, cells[cell]?.members[0] ?? []);
  const labelOf = (cell: number): string => labelOfCodes(parts.variables, cells[cell]?.members[0] ?? []);
  return cells.flatMap((_, cell): readonly WeightFault[] => {
    const count = counts[cell] ?? 0;
    if (count >= parts.smallestGroup) return [];
    const beside = neighbourOf(cell, counts);
    return [
      {
        kind: count === 0 ? 'cell-empty' : 'cell-few',
        key: keyOf(cell),
        label: labelOf(cell),
        smallestGroup: parts.smallestGroup,
        into: beside === null ? null : { key: keyOf(beside), label: labelOf(beside) },
      },
    ];
  });
};

export const labelOfCodes = (variables: readonly CategoryVariable[], codes: readonly string[]): string =>
  variables
    .map(({ categories }, at) => categories.find(({ code }) => code === codes[at])?.label ?? codes[at] ?? '')
    .join(' · ');

/** The next category in the order of the question, the larger of the two beside it. */
const neighbourOf = (cell: number, counts: Int32Array): number | null => {
  const beside = [cell - 1, cell + 1].filter((at) => at >= 0 && at < counts.length);
  return beside.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))[0] ?? null;
};

/** Sweeps times combinations: what raking may cost, so that nobody else waits. */
const MOST_STEPS = 60_000_000;
const MOST_ROUNDS = 5000;

const rakeRows = (
  n: number,
  { margins, unit, trimming }: WeightRules,
  {
    rows,
    cellOf,
    base,
  }: { readonly rows: Int32Array; readonly cellOf: readonly Int32Array[]; readonly base: Float64Array },
): WeighingOutcome => {
  const targets = margins.map(({ cells }) => {
    const sum = cells.reduce((all, { total }) => all + total, 0);
    return cells.map(({ total }) => (unit === 'shares' ? (total / sum) * rows.length : total));
  });
  const raked = rakeInRounds(
    gather(base, rows, new Float64Array(rows.length)),
    margins.map((_, at) => ({
      categoryOf: gather(cellOf[at] ?? [], rows, new Int32Array(rows.length)),
      targets: targets[at] ?? [],
    })),
    Math.max(
      20,
      Math.min(MOST_ROUNDS, Math.floor(MOST_STEPS / (mostCombinations(margins, rows.length) * margins.length))),
    ),
  );
  if (!raked.isMet) return refused({ kind: 'not-converging' });
  const cut = trim(raked.weights, trimming);
  if (cut === null) return refused({ kind: 'trim-unreachable' });
  const weights = new Float64Array(n).fill(NaN);
  for (let at = 0; at < rows.length; at += 1) weights[rows[at] ?? 0] = cut.weights[at] ?? NaN;
  const { limits, trimmed } = cut;
  return { kind: 'weighed', weighing: { weights, rows, cellOf, targets, rounds: raked.rounds, limits, trimmed } };
};

/** Values at some places, one after another: plain loops, because there may be a million. */
const gather = <Values extends Float64Array | Int32Array>(
  from: ArrayLike<number>,
  rows: Int32Array,
  into: Values,
): Values => {
  for (let at = 0; at < rows.length; at += 1) into[at] = from[rows[at] ?? 0] ?? 0;
  return into;
};

const mostCombinations = (margins: readonly WeightMargin[], rows: number): number =>
  Math.min(
    rows,
    margins.reduce((product, { cells }) => product * cells.length, 1),
  );

type Cut = Pick<Weighing, 'limits' | 'trimmed'> & { readonly weights: Float64Array };

/** Null when no weights within the limits keep the sum. */
const trim = (weights: Float64Array, trimming: Trimming): Cut | null => {
  const limits = limitsOf(weights, trimming);
  if (limits === null) return { weights, limits, trimmed: 0 };
  const { lower, upper } = limits;
  const trimmed = weights.reduce((count, weight) => count + Number(weight < lower || weight > upper), 0);
  if (trimmed === 0) return { weights, limits, trimmed };
  try {
    return { weights: trimWeights(weights, lower, upper), limits, trimmed };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const limitsOf = (weights: Float64Array, trimming: Trimming): Weighing['limits'] => {
  switch (trimming.kind) {
    case 'none':
      return null;
    case 'bounds': {
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
      return { lower: trimming.lower * mean, upper: trimming.upper * mean };
    }
    case 'quantile': {
      const [lower = 0, upper = 0] = quantiles(weights, [trimming.share, 1 - trimming.share], 7) ?? [];
      return lower < upper ? { lower, upper } : null;
    }
  }
};
