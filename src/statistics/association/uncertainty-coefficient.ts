import { sum } from '../vector';
import { tableMargins, type Counts } from './contingency-table';
import type { DirectedAssociation } from './goodman-kruskal-lambda';

/**
 * Theil's uncertainty coefficient: the share of one answer's entropy that knowing the other removes,
 * (H(row) + H(column) − H(table)) / H(dependent); the symmetric form divides twice that by H(row) + H(column).
 *
 * @param counts contingency table
 * @returns      shares in [0, 1]; null when the dependent answer does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Theil (1970), American Journal of Sociology 76, 103-154; SPSS, CROSSTABS
 * @example uncertaintyCoefficient([[30, 10], [10, 50]]).symmetric // => 0.2641
 */
export const uncertaintyCoefficient = (counts: Counts): DirectedAssociation => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const [row, column, table] = [rowTotals, columnTotals, counts.flat()].map((totals) => entropy(totals, n));
  const shared = Math.max(0, (row ?? 0) + (column ?? 0) - (table ?? 0));
  const shareOf = (whole = 0): number | null => (whole === 0 ? null : shared / whole);
  return {
    rowDependent: shareOf(row),
    columnDependent: shareOf(column),
    symmetric: shareOf(((row ?? 0) + (column ?? 0)) / 2),
  };
};

const entropy = (totals: readonly number[], n: number): number =>
  sum(totals.map((total) => (total === 0 || total === n ? 0 : -(total / n) * Math.log(total / n))));
