import { mapCells, tableMargins, type Counts } from './contingency-table';

/** Percentages in the table's shape; null where the base is 0. */
export type Percents = readonly (readonly (number | null)[])[];

/**
 * Percentages within rows: each row with answers sums to 100.
 *
 * @param counts contingency table, or sums of weights
 * @returns      percent (0-100); null in a row without answers
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source R: 100 * prop.table(t, 1)
 * @example rowPercents([[1, 3], [0, 0]]) // => [[25, 75], [null, null]]
 */
export const rowPercents = (counts: Counts): Percents => {
  const { rowTotals } = tableMargins(counts);
  return mapCells(counts, (count, row) => percentOf(count, rowTotals[row]));
};

/**
 * Percentages within columns: each column with answers sums to 100.
 *
 * @param counts contingency table, or sums of weights
 * @returns      percent (0-100); null in a column without answers
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source R: 100 * prop.table(t, 2)
 * @example columnPercents([[1, 3], [3, 1]]) // => [[25, 75], [75, 25]]
 */
export const columnPercents = (counts: Counts): Percents => {
  const { columnTotals } = tableMargins(counts);
  return mapCells(counts, (count, _, column) => percentOf(count, columnTotals[column]));
};

/**
 * Percentages of all answers: the table sums to 100.
 *
 * @param counts contingency table, or sums of weights
 * @returns      percent (0-100); null when there is no answer
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source R: 100 * prop.table(t)
 * @example totalPercents([[1, 3], [4, 2]]) // => [[10, 30], [40, 20]]
 */
export const totalPercents = (counts: Counts): Percents => {
  const { n } = tableMargins(counts);
  return mapCells(counts, (count) => percentOf(count, n));
};

const percentOf = (count: number, base = 0): number | null => (base === 0 ? null : (100 * count) / base);
