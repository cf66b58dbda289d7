import { mapCells, tableMargins, type Counts } from './contingency-table';
import { expectedCounts } from './expected-counts';

/** Distances of a table from independence, cell by cell; null where a category is empty or the only one. */
export interface TableResiduals {
  readonly expected: Counts;
  /** O − E. */
  readonly raw: Counts;
  /** (O − E) / √E; SPSS calls them standardized. */
  readonly pearson: readonly (readonly (number | null)[])[];
  /** (O − E) / √(E (1 − row share)(1 − column share)): roughly standard normal, so beyond ±1.96 stands out. */
  readonly adjusted: readonly (readonly (number | null)[])[];
}

/**
 * Residuals of independence: which cells hold more, which fewer answers than chance alone would put there.
 *
 * @param counts contingency table of respondents
 * @returns      four tables in the given shape; null when the table is empty
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Haberman (1973), Biometrics 29, 205-220; R: chisq.test(t)$residuals and $stdres
 * @example tableResiduals([[10, 20], [30, 40]])?.adjusted[0] // => [-0.8909, 0.8909]
 */
export const tableResiduals = (counts: Counts): TableResiduals | null => {
  const expected = expectedCounts(counts);
  if (expected === null) return null;
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const meanOf = (row: number, column: number): number => expected[row]?.[column] ?? 0;
  const free = (row: number, column: number): number =>
    (1 - (rowTotals[row] ?? 0) / n) * (1 - (columnTotals[column] ?? 0) / n);
  const scaled = (distance: number, variance: number): number | null =>
    variance === 0 ? null : distance / Math.sqrt(variance);
  return {
    expected,
    raw: mapCells(counts, (count, row, column) => count - meanOf(row, column)),
    pearson: mapCells(counts, (count, row, column) => scaled(count - meanOf(row, column), meanOf(row, column))),
    adjusted: mapCells(counts, (count, row, column) =>
      scaled(count - meanOf(row, column), meanOf(row, column) * free(row, column)),
    ),
  };
};
