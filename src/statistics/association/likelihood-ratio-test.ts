import { chiSquareUpper } from '../distributions/chi-square';
import { sumCells, tableMargins, withoutEmptyCategories, type Counts } from './contingency-table';
import { expectedCounts } from './expected-counts';

/**
 * Likelihood-ratio test of independence, G = 2 Σ O ln(O / E), without correction; an empty cell adds nothing.
 * Categories without answers are dropped.
 *
 * @param counts contingency table of respondents
 * @returns      { n, statistic, df, p }; null when fewer than two rows or columns have answers
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Wilks (1938); R: vcd::assocstats(t)
 * @example likelihoodRatioTest([[10, 20], [30, 40]]) // => { n: 100, statistic: 0.8043, df: 1, p: 0.3698 }
 */
export const likelihoodRatioTest = (
  counts: Counts,
): { readonly n: number; readonly statistic: number; readonly df: number; readonly p: number } | null => {
  const { counts: used } = withoutEmptyCategories(counts);
  const { n, rowTotals, columnTotals } = tableMargins(used);
  const expected = expectedCounts(used);
  const df = (rowTotals.length - 1) * (columnTotals.length - 1);
  if (expected === null || df === 0) return null;
  // ln(1 + (O − E)/E) keeps the digits of counts in the billions that lie near their expectation.
  const half = sumCells(used, (count, row, column) => {
    const mean = expected[row]?.[column] ?? 0;
    return count === 0 ? 0 : count * Math.log1p((count - mean) / mean);
  });
  const statistic = Math.max(0, 2 * half);
  return { n, statistic, df, p: chiSquareUpper(statistic, df) };
};
