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
      banner.variable === null ? [] : [testMeans(banner.variable, groups, context.weights !== null)],
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
  const sums = columns.map(() => new Float64Array(7));
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    const column = columnOf[at] ?? -1;
    if (column < 0 || Number.isNaN(value) || (members !== null && members[at] === 0)) continue;
    add(sums[column] ?? new Float64Array(7), weights === null ? 1 : (weights[at] ?? 0), value - pivot);
  }
  return sums.map(toSums);
};

const add = (sum: Float64Array, w: number, x: number): void => {
  const terms = [1, w, w * w, w * x, w * x * x, w * w * x, w * w * x * x];
  terms.forEach((term, at) => (sum[at] = (sum[at] ?? 0) + term));
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
  { kind: 'median', cells: banner.columns.map((_, column) => medianOf(variable, banner, column, context)) },
];

const MEDIAN = 0.5;

const medianOf = (
  { values }: NumberVariable,
  { columnOf }: Banner,
  column: number,
  { members, weights }: TableContext,
): SummaryCell => {
  const chosen: number[] = [];
  const weighing: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    if (columnOf[at] !== column || Number.isNaN(value) || (members !== null && members[at] === 0)) continue;
    chosen.push(value);
    weighing.push(weights === null ? 1 : (weights[at] ?? 0));
  }
  const weighted = weighing.reduce((sum, weight) => sum + weight, 0);
  const value =
    weights === null
      ? quantile(chosen, MEDIAN, 2)
      : weighted > 0
        ? (weightedQuantiles(chosen, weighing, [MEDIAN]).averaged[0] ?? null)
        : null;
  return { n: chosen.length, weighted, value, sd: null, se: null, interval: null, higherThan: [] };
};
