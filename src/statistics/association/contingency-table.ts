import { sum } from '../vector';

/** A contingency table: one list of counts per row category, all of one length. Weighted tables hold sums of weights. */
export type Counts = readonly (readonly number[])[];

export interface TableMargins {
  readonly n: number;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
}

/**
 * Totals of a contingency table.
 *
 * @param counts numbers ≥ 0, rows of one length
 * @returns      n, one total per row, one per column
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source by definition
 * @example tableMargins([[1, 2], [3, 4]]) // => { n: 10, rowTotals: [3, 7], columnTotals: [4, 6] }
 */
export const tableMargins = (counts: Counts): TableMargins => {
  const columns = counts[0]?.length ?? 0;
  if (!counts.every((row) => row.length === columns)) throw new RangeError('Every row needs as many counts');
  if (!counts.every((row) => row.every((count) => count >= 0 && Number.isFinite(count))))
    throw new RangeError('Every count must be finite and ≥ 0');
  const rowTotals = counts.map(sum);
  if (sum(rowTotals) > Number.MAX_SAFE_INTEGER) throw new RangeError('A table holds at most 2^53 answers');
  const columnTotals = Array.from({ length: columns }, (_, column) => sum(counts.map((row) => row[column] ?? 0)));
  return { n: sum(rowTotals), rowTotals, columnTotals };
};

/** A table without its empty categories, and where these were. */
export interface TableWithoutEmpty {
  readonly counts: Counts;
  /** Positions from 0. */
  readonly emptyRows: readonly number[];
  readonly emptyColumns: readonly number[];
}

/**
 * Drop categories that nobody chose: they carry no information about association, and their expected counts of 0 would
 * divide 0 by 0.
 *
 * @param counts numbers ≥ 0, rows of one length
 * @returns      the smaller table and the positions of what was dropped, from 0
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source by definition
 * @example withoutEmptyCategories([[1, 2], [0, 0]]) // => { counts: [[1, 2]], emptyRows: [1], emptyColumns: [] }
 */
export const withoutEmptyCategories = (counts: Counts): TableWithoutEmpty => {
  const { rowTotals, columnTotals } = tableMargins(counts);
  const kept = counts.filter((_, row) => rowTotals[row] !== 0);
  return {
    counts: kept.map((row) => row.filter((_, column) => columnTotals[column] !== 0)),
    emptyRows: zerosOf(rowTotals),
    emptyColumns: zerosOf(columnTotals),
  };
};

/** One value per cell, in the table's shape. */
export const mapCells = <T>(counts: Counts, value: (count: number, row: number, column: number) => T): readonly T[][] =>
  counts.map((cells, row) => cells.map((count, column) => value(count, row, column)));

/** Sum of one value per cell. */
export const sumCells = (counts: Counts, value: (count: number, row: number, column: number) => number): number =>
  sum(mapCells(counts, value).map(sum));

/** Rows become columns. */
export const transpose = (counts: Counts): Counts =>
  (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0));

const zerosOf = (totals: readonly number[]): readonly number[] =>
  totals.flatMap((total, position) => (total === 0 ? [position] : []));
