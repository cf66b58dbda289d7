import { adjustHolm } from '../../../../statistics';
import { isMarked, type SetVariable } from '../variables/variable';
import type { Banner } from './banners';
import { countStates } from './count-states';
import { countCells, type CellSums } from './count-cells';
import type { TableContext } from './table-context';
import { baseOf, readRow, type CellsToRead } from './read-cells';
import type { Block, BlockTest } from './table';
import { testAssociation } from './test-block';

/** Several answers each: percentages of respondents who were asked and answered, so that they add up to more than 100. */
export const setBlock = (variable: SetVariable, context: TableContext): Block => {
  const parts = context.banners.map((banner) => ({ name: banner.variable, read: cellsOf(variable, banner, context) }));
  return {
    variable: variable.name,
    label: variable.label,
    kind: 'set',
    sensitive: variable.sensitive === true,
    bases: parts.flatMap(({ read }) =>
      Array.from({ length: read.cells.columns }, (_, column) => baseOf(read.totals, column)),
    ),
    asked: countStates(variable.states, context),
    rows: variable.categories.map(({ code, label }, row) => ({
      code,
      label,
      cells: parts.flatMap(({ read }) => readRow(read, row).map((cell) => ({ ...cell, rowShare: null }))),
    })),
    summaries: [],
    tests: parts.flatMap(({ name, read }) => (name === null ? [] : [testOptions(name, read)])),
  };
};

const cellsOf = (variable: SetVariable, banner: Banner, context: TableContext): CellsToRead => {
  const answered = Int16Array.from(variable.states, (state) => (state === 0 ? 0 : -1));
  const columns = { columnOf: banner.columnOf, columns: banner.columns.length };
  const totals = countCells({ ...context, ...columns, rowOf: answered, rows: 1 });
  const options = variable.categories.map((_, option) => {
    const rowOf = Int16Array.from(answered, (row, at) => (row === 0 && isMarked(variable, at, option) ? 0 : -1));
    return countCells({ ...context, ...columns, rowOf, rows: 1 });
  });
  return {
    cells: stacked(options, banner.columns.length),
    totals,
    isWeighted: context.weights !== null,
    letters: banner.columns.map(({ letter }) => letter ?? ''),
    sampleSize: context.sampleSize,
    level: context.level,
  };
};

const stacked = (rows: readonly CellSums[], columns: number): CellSums => {
  const join = (list: 'n' | 'weight' | 'weightSquared'): Float64Array =>
    Float64Array.from(rows.flatMap((row) => Array.from(row[list])));
  return { rows: rows.length, columns, n: join('n'), weight: join('weight'), weightSquared: join('weightSquared') };
};

/** Each option against not choosing it; Holm's correction over the options. */
const testOptions = (variable: string, read: CellsToRead): BlockTest => {
  const ps = Array.from({ length: read.cells.rows }, (_, row) => {
    const test = testAssociation({ ...read, variable, cells: chosenOrNot(read, row) });
    return 'p' in test ? test.p : null;
  });
  const adjusted = adjustHolm(ps).filter((p) => p !== null);
  return adjusted.length === 0
    ? { variable, kind: 'none', reason: read.cells.columns < 2 ? 'one-group' : 'too-few' }
    : { variable, kind: 'by-option', smallestP: Math.min(...adjusted) };
};

const chosenOrNot = ({ cells, totals }: CellsToRead, row: number): CellSums => {
  const pair = (list: Float64Array, all: Float64Array): Float64Array => {
    const chosen = list.subarray(row * cells.columns, (row + 1) * cells.columns);
    return Float64Array.from([...chosen, ...Array.from(all, (total, column) => total - (chosen[column] ?? 0))]);
  };
  return {
    rows: 2,
    columns: cells.columns,
    n: pair(cells.n, totals.n),
    weight: pair(cells.weight, totals.weight),
    weightSquared: pair(cells.weightSquared, totals.weightSquared),
  };
};
