import type { Cell, ColumnBase } from './table';
import type { CellSums } from './count-cells';
import {
  columnProportionTests,
  adjustHolm,
  differenceFromSums,
  meanFromSums,
  pairsOfGroups,
  tableResiduals,
  wilsonInterval,
  type GroupSums,
  type Interval,
} from '../../../../statistics';

/** Sums of the columns: of a category variable its cells add up to them, of several answers they are counted apart. */
export interface ColumnTotals {
  readonly n: Float64Array;
  readonly weight: Float64Array;
  readonly weightSquared: Float64Array;
}

export interface CellsToRead {
  readonly cells: CellSums;
  readonly totals: ColumnTotals;
  readonly isWeighted: boolean;
  /** Letters of the columns. */
  readonly letters: readonly string[];
  /** All respondents of the data set that carry a weight. */
  readonly sampleSize: number;
  /** Probability below which a difference counts. */
  readonly level: number;
}

export const baseOf = ({ n, weight, weightSquared }: ColumnTotals, column: number): ColumnBase => {
  const [count = 0, weighted = 0, squares = 0] = [n[column], weight[column], weightSquared[column]];
  return { n: count, weighted, effectiveN: squares === 0 ? 0 : weighted ** 2 / squares };
};

/** Shares, intervals, residuals and letters of one row of a block, for the columns of one variable. */
export const readRow = (read: CellsToRead, row: number): readonly Cell[] => {
  const { cells, totals } = read;
  const rowTotal = sumOfRow(cells, row);
  const all = totals.weight.reduce((sum, weight) => sum + weight, 0);
  const residuals = residualsOf(read, row);
  const letters = lettersOf(read, row);
  return Array.from({ length: cells.columns }, (_, column) => {
    const at = row * cells.columns + column;
    const weighted = cells.weight[at] ?? 0;
    const columnTotal = totals.weight[column] ?? 0;
    return {
      n: cells.n[at] ?? 0,
      weighted,
      share: columnTotal > 0 ? weighted / columnTotal : null,
      rowShare: rowTotal > 0 ? weighted / rowTotal : null,
      totalShare: all > 0 ? weighted / all : null,
      interval: intervalOf(read, row, column),
      residual: residuals[column] ?? null,
      higherThan: letters[column] ?? [],
    };
  });
};

/** Wilson's interval; with weights of as many answers as would be as precise. */
const intervalOf = (read: CellsToRead, row: number, column: number): Interval | null => {
  const { cells, totals, isWeighted, sampleSize } = read;
  const at = row * cells.columns + column;
  if (!isWeighted) return wilsonInterval(cells.n[at] ?? 0, totals.n[column] ?? 0);
  const sums = sumsOf(read, row, column);
  const mean = meanFromSums(sums, sampleSize);
  if (mean === null) return null;
  const share = Math.min(1, Math.max(0, mean.mean));
  const precise = mean.se !== null && mean.se > 0 ? (share * (1 - share)) / mean.se ** 2 : mean.effectiveN;
  return wilsonInterval(share * precise, precise);
};

/** A share as the mean of ones and noughts. */
const sumsOf = ({ cells, totals }: CellsToRead, row: number, column: number): GroupSums => {
  const at = row * cells.columns + column;
  const [x = 0, squares = 0] = [cells.weight[at], cells.weightSquared[at]];
  return {
    n: totals.n[column] ?? 0,
    weight: totals.weight[column] ?? 0,
    weightSquared: totals.weightSquared[column] ?? 0,
    x,
    xSquared: x,
    weightSquaredX: squares,
    weightSquaredXSquared: squares,
  };
};

const sumOfRow = ({ columns, weight }: CellSums, row: number): number =>
  weight.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value, 0);

/** The row against all other rows; residuals of weighted tables have no agreed meaning. */
const residualsOf = (read: CellsToRead, row: number): readonly (number | null)[] => {
  if (read.isWeighted || read.cells.columns < 2) return [];
  return tableResiduals(againstOthers(read, row))?.adjusted[0] ?? [];
};

/** Who chose the row and who did not, by column. */
const againstOthers = ({ cells, totals }: CellsToRead, row: number): readonly (readonly number[])[] => {
  const chosen = Array.from(cells.n.subarray(row * cells.columns, (row + 1) * cells.columns));
  return [chosen, chosen.map((count, column) => (totals.n[column] ?? 0) - count)];
};

/** More columns than this are not compared: hardly any pair would stand the correction. */
export const MOST_COMPARED = 40;

/** Pairwise tests of the columns, corrected by Holm within the row. */
const lettersOf = (read: CellsToRead, row: number): readonly (readonly string[])[] => {
  const { cells, letters, level } = read;
  if (cells.columns < 2 || cells.columns > MOST_COMPARED) return [];
  const { signs, ps } = read.isWeighted ? weightedPairs(read, row) : unweightedPairs(read, row);
  return significantLetters(signs, adjustHolm(ps), { columns: cells.columns, letters, level });
};

interface Pairs {
  /** Positive where the first column is higher. */
  readonly signs: readonly number[];
  readonly ps: readonly (number | null)[];
}

const unweightedPairs = (read: CellsToRead, row: number): Pairs => {
  const [tested] = columnProportionTests(againstOthers(read, row)).rows;
  return { signs: (tested?.z ?? []).map((z) => z ?? 0), ps: tested?.p ?? [] };
};

const weightedPairs = (read: CellsToRead, row: number): Pairs => {
  const tests = pairsOfGroups(read.cells.columns).map(({ first, second }) =>
    differenceFromSums(sumsOf(read, row, first), sumsOf(read, row, second), read.sampleSize),
  );
  return { signs: tests.map((test) => test?.difference ?? 0), ps: tests.map((test) => test?.p ?? null) };
};

/** For each column the letters of those that are significantly smaller. */
export const significantLetters = (
  signs: readonly number[],
  adjusted: readonly (number | null)[],
  {
    columns,
    letters,
    level,
  }: { readonly columns: number; readonly letters: readonly string[]; readonly level: number },
): readonly (readonly string[])[] => {
  const higher: string[][] = Array.from({ length: columns }, () => []);
  pairsOfGroups(columns).forEach(({ first, second }, at) => {
    const p = adjusted[at] ?? null;
    if (p === null || p >= level) return;
    const [larger, smaller] = (signs[at] ?? 0) > 0 ? [first, second] : [second, first];
    higher[larger]?.push(letters[smaller] ?? '');
  });
  return higher;
};
