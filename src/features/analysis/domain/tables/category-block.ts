import type { CategoryVariable } from '../variables/variable';
import { countStates, statesOf } from './count-states';
import { countWithTotal, type CellSums } from './count-cells';
import type { Banner } from './banners';
import type { TableContext } from './table-context';
import { linesOf } from './merges';
import { baseOf, readRow, type CellsToRead, type ColumnTotals } from './read-cells';
import { summariesOfScale, sumsByColumn } from './read-summaries';
import type { AnswerStates, Block, BlockTest, SummaryRow, TableRow } from './table';
import { testAssociation, testMeans } from './test-block';

/** One answer each: a row for each category, then means and boxes where the categories are points of a scale. */
export const categoryBlock = (variable: CategoryVariable, context: TableContext): Block => {
  const { categories, places } = variable;
  const lines = linesOf(variable, context.merges);
  const { counted, states } = countBanners(variable, context);
  const parts = context.banners.map(({ columns, variable: name }, at) => {
    const points = counted[at] ?? countNobody(categories.length, columns.length);
    return { name, points, read: cellsToRead(addRows(points, lines), columns, context) };
  });
  return {
    variable: variable.name,
    label: variable.label,
    kind: 'category',
    percentsOf: 'respondents',
    sensitive: variable.sensitive === true,
    bases: parts.flatMap(({ read }) => columnBases(read)),
    asked: states ?? countStates(places, context),
    rows: lines.map(({ code, label }, row): TableRow => ({
      code,
      label,
      cells: parts.flatMap(({ read }) => readRow(read, row)),
    })),
    summaries: joinSummaries(parts.map(({ points, read }) => summariesOfScale(categories, points, read))),
    tests: parts.flatMap(({ name, points, read }) =>
      name === null || context.level === 0 ? [] : [testOf(variable, name, { points, read })],
    ),
  };
};

/**
 * The total, which comes first, is counted along with the banner after it, and so are the missing states where everyone let
 * through has a weight.
 */
const countBanners = (
  { categories, places }: CategoryVariable,
  { banners, filtered, members, weights }: TableContext,
): { readonly counted: readonly CellSums[]; readonly states: AnswerStates | null } => {
  const count = ({ columnOf, columns }: Banner) =>
    countWithTotal({
      rowOf: places,
      rows: categories.length,
      columnOf,
      columns: columns.length,
      members,
      weights,
    });
  const [everyone, ...others] = banners;
  const found = others.map(count);
  const first = found[0] ?? (everyone && count(everyone));
  if (first === undefined) return { counted: [], states: null };
  const answered = first.total.n.reduce((sum, n) => sum + n, 0);
  return {
    counted: [first.total, ...found.map(({ cells }) => cells)],
    states: members === filtered ? statesOf(first.states, answered, 0) : null,
  };
};

const countNobody = (rows: number, columns: number): CellSums => {
  const n = new Float64Array(rows * columns);
  return { rows, columns, n, weight: n, weightSquared: n };
};

/** Merged rows are sums of rows; means and medians are taken of the points themselves. */
const addRows = (cells: CellSums, lines: readonly { readonly places: readonly number[] }[]): CellSums => {
  if (lines.length === cells.rows) return cells;
  const added = (list: Float64Array): Float64Array => {
    const sums = new Float64Array(lines.length * cells.columns);
    for (const [line, { places }] of lines.entries())
      for (const place of places)
        for (let column = 0; column < cells.columns; column += 1)
          sums[line * cells.columns + column] =
            (sums[line * cells.columns + column] ?? 0) + (list[place * cells.columns + column] ?? 0);
    return sums;
  };
  const n = added(cells.n);
  if (cells.weight === cells.n) return { rows: lines.length, columns: cells.columns, n, weight: n, weightSquared: n };
  return {
    rows: lines.length,
    columns: cells.columns,
    n,
    weight: added(cells.weight),
    weightSquared: added(cells.weightSquared),
  };
};

/** Ordered categories with values are compared by their test of association; pure measures have blocks of their own. */
const testOf = (
  { categories, level }: CategoryVariable,
  name: string,
  { points, read }: { readonly points: CellSums; readonly read: CellsToRead },
): BlockTest =>
  level === 'interval'
    ? testMeans(
        name,
        sumsByColumn(
          points,
          categories.map(({ value }) => value),
        ),
        read.isWeighted,
      )
    : testAssociation({ ...read, variable: name });

const cellsToRead = (
  cells: CellSums,
  columns: readonly { readonly letter: string | null }[],
  { weights, sampleSize, level }: TableContext,
): CellsToRead => ({
  cells,
  totals: totalsOf(cells),
  isWeighted: weights !== null,
  letters: columns.map(({ letter }) => letter ?? ''),
  sampleSize,
  level,
});

const totalsOf = (cells: CellSums): ColumnTotals => {
  const sumOf = (list: Float64Array): Float64Array =>
    Float64Array.from({ length: cells.columns }, (_, column) => {
      let sum = 0;
      for (let row = 0; row < cells.rows; row += 1) sum += list[row * cells.columns + column] ?? 0;
      return sum;
    });
  return { n: sumOf(cells.n), weight: sumOf(cells.weight), weightSquared: sumOf(cells.weightSquared) };
};

const columnBases = ({ cells, totals }: CellsToRead) =>
  Array.from({ length: cells.columns }, (_, column) => baseOf(totals, column));

/** The same summaries of every banner, side by side. */
export const joinSummaries = (parts: readonly (readonly SummaryRow[])[]): readonly SummaryRow[] =>
  (parts[0] ?? []).map(({ kind }, at) => ({ kind, cells: parts.flatMap((rows) => rows[at]?.cells ?? []) }));
