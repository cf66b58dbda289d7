import type { CategoryVariable } from '../variables/variable';
import { countStates } from './count-states';
import { countCells, type CellSums } from './count-cells';
import type { TableContext } from './table-context';
import { baseOf, readRow, type CellsToRead, type ColumnTotals } from './read-cells';
import { summariesOfScale, sumsByColumn } from './read-summaries';
import type { Block, BlockTest, SummaryRow, TableRow } from './table';
import { testAssociation, testMeans } from './test-block';

/** One answer each: a row for each category, then means and boxes where the categories are points of a scale. */
export const categoryBlock = (variable: CategoryVariable, context: TableContext): Block => {
  const { categories, places } = variable;
  const parts = context.banners.map(({ columnOf, columns, variable: name }) => {
    const cells = countCells({ ...context, rowOf: places, rows: categories.length, columnOf, columns: columns.length });
    return { name, read: cellsToRead(cells, columns, context) };
  });
  return {
    variable: variable.name,
    label: variable.label,
    kind: 'category',
    sensitive: variable.sensitive === true,
    bases: parts.flatMap(({ read }) => columnBases(read)),
    asked: countStates(places, context),
    rows: categories.map(({ code, label }, row): TableRow => ({
      code,
      label,
      cells: parts.flatMap(({ read }) => readRow(read, row)),
    })),
    summaries: joinSummaries(parts.map(({ read }) => summariesOfScale(categories, read.cells, read))),
    tests: parts.flatMap(({ name, read }) => (name === null ? [] : [testOf(variable, name, read)])),
  };
};

/** Ordered categories with values are compared by their test of association; pure measures have blocks of their own. */
const testOf = ({ categories, level }: CategoryVariable, name: string, read: CellsToRead): BlockTest =>
  level === 'interval'
    ? testMeans(
        name,
        sumsByColumn(
          read.cells,
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
