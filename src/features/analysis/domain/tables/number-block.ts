import { quantile, weightedQuantiles, type GroupSums } from '../../../../statistics';
import type { NumberVariable } from '../variables/variable';
import type { Banner } from './banners';
import { joinSummaries } from './category-block';
import { countStates } from './count-states';
import { dominatedColumns } from './dominated-columns';
import type { TableContext } from './table-context';
import { meansOf } from './read-summaries';
import type { Block, SummaryCell, SummaryRow } from './table';
import { testMeans } from './test-block';

/** A number: mean and median in each column. */
export const numberBlock = (variable: NumberVariable, context: TableContext): Block => {
  const parts = context.banners.map((banner) => {
    const groups = sumsOf(variable, banner, context);
    return { banner, groups, summaries: summariesOf(variable, banner, groups, context) };
  });
  return {
    variable: variable.name,
    label: variable.label,
    kind: 'number',
    percentsOf: 'respondents',
    sensitive: variable.sensitive === true,
    bases: parts.flatMap(({ groups }) =>
      groups.map(({ n, weight, weightSquared }) => ({
        n,
        weighted: weight,
        effectiveN: weightSquared === 0 ? 0 : weight ** 2 / weightSquared,
      })),
    ),
    ...(SUMMED.has(variable.level)
      ? { dominated: parts.flatMap(({ banner }) => dominatedColumns(variable, banner, context)) }
      : {}),
    asked: countStates(variable.states, context),
    rows: [],
    summaries: joinSummaries(parts.map(({ summaries }) => summaries)),
    tests: parts.flatMap(({ banner, groups }) =>
      banner.variable === null || context.level === 0
        ? []
        : [testMeans(banner.variable, groups, context.weights !== null)],
    ),
  };
};

/** Money, jobs, people: of these a mean tells the sum. */
const SUMMED: ReadonlySet<string> = new Set(['ratio', 'count']);

/** A value of the variable itself: sums are taken around it, because squares of large numbers lose digits. */
const pivotOf = ({ values }: NumberVariable): number => values.find((value) => !Number.isNaN(value)) ?? 0;

const sumsOf = (
  variable: NumberVariable,
  { columnOf, columns }: Banner,
  { members, weights }: TableContext,
): readonly GroupSums[] => {
  const { values } = variable;
  const pivot = pivotOf(variable);
  const sums = columns.map(() => new Float64Array(SUMS));
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    const sum = sums[columnOf[at] ?? -1];
    if (sum === undefined || Number.isNaN(value) || (members !== null && members[at] === 0)) continue;
    add(sum, weights === null ? 1 : (weights[at] ?? 0), value - pivot);
  }
  return sums.map(toSums);
};

const SUMS = 7;

const add = (sum: Float64Array, w: number, x: number): void => {
  const [wx, ww] = [w * x, w * w];
  sum[0] = (sum[0] ?? 0) + 1;
  sum[1] = (sum[1] ?? 0) + w;
  sum[2] = (sum[2] ?? 0) + ww;
  sum[3] = (sum[3] ?? 0) + wx;
  sum[4] = (sum[4] ?? 0) + wx * x;
  sum[5] = (sum[5] ?? 0) + ww * x;
  sum[6] = (sum[6] ?? 0) + ww * x * x;
};

const toSums = (sum: Float64Array): GroupSums => {
  const [n = 0, weight = 0, weightSquared = 0, x = 0, xSquared = 0, weightSquaredX = 0, weightSquaredXSquared = 0] =
    sum;
  return { n, weight, weightSquared, x, xSquared, weightSquaredX, weightSquaredXSquared };
};

const shiftedBy = (cell: SummaryCell, pivot: number): SummaryCell => ({
  ...cell,
  value: cell.value === null ? null : cell.value + pivot,
  interval: cell.interval && { low: cell.interval.low + pivot, high: cell.interval.high + pivot },
});

const summariesOf = (
  variable: NumberVariable,
  banner: Banner,
  groups: readonly GroupSums[],
  context: TableContext,
): readonly SummaryRow[] => [
  {
    kind: 'mean',
    cells: meansOf(groups, {
      isWeighted: context.weights !== null,
      sampleSize: context.sampleSize,
      level: context.level,
      letters: banner.columns.map(({ letter }) => letter ?? ''),
    }).map((cell) => shiftedBy(cell, pivotOf(variable))),
  },
  { kind: 'median', cells: mediansOf(variable, banner, groups, context) },
];

const MEDIAN = 0.5;

/** Values are gathered by column in one pass. */
const mediansOf = (
  { values }: NumberVariable,
  { columnOf }: Banner,
  groups: readonly GroupSums[],
  { members, weights }: TableContext,
): readonly SummaryCell[] => {
  const chosen = groups.map(({ n }) => new Float64Array(n));
  const weighing = groups.map(({ n }) => new Float64Array(weights === null ? 0 : n));
  const filled = new Uint32Array(groups.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    const column = columnOf[at] ?? -1;
    const list = chosen[column];
    if (list === undefined || Number.isNaN(value) || (members !== null && members[at] === 0)) continue;
    const place = filled[column] ?? 0;
    list[place] = value;
    const weightsOfColumn = weighing[column];
    if (weights !== null && weightsOfColumn !== undefined) weightsOfColumn[place] = weights[at] ?? 0;
    filled[column] = place + 1;
  }
  return groups.map(({ n, weight }, column) => {
    const [of, by] = [chosen[column] ?? new Float64Array(), weighing[column] ?? new Float64Array()];
    const value = weights === null ? quantile(of, MEDIAN, 2) : weightedMedian(of, by, weight);
    return { n, weighted: weight, value, sd: null, se: null, interval: null, higherThan: [] };
  });
};

const weightedMedian = (values: Float64Array, weights: Float64Array, sum: number): number | null =>
  sum > 0 ? (weightedQuantiles(Array.from(values), Array.from(weights), [MEDIAN]).averaged[0] ?? null) : null;
