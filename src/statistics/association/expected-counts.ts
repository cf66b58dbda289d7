import { mapCells, tableMargins, type Counts } from './contingency-table';

/**
 * Counts that independence of rows and columns would lead one to expect: row total · column total / n.
 *
 * @param counts contingency table
 * @returns      expected counts in the table's shape; null when the table is empty
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Pearson (1900); R: chisq.test(t)$expected
 * @example expectedCounts([[10, 20], [30, 40]]) // => [[12, 18], [28, 42]]
 */
export const expectedCounts = (counts: Counts): Counts | null => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  if (n === 0) return null;
  return mapCells(counts, (_, row, column) => ((rowTotals[row] ?? 0) * (columnTotals[column] ?? 0)) / n);
};
