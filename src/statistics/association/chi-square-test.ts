import { chiSquareUpper } from '../distributions/chi-square';
import { mapCells, sumCells, tableMargins, withoutEmptyCategories, type Counts } from './contingency-table';
import { expectedCounts } from './expected-counts';

export interface ChiSquareTest {
  readonly n: number;
  /** Pearson's X² = Σ (O − E)² / E; null without association to test. */
  readonly statistic: number | null;
  /** (rows − 1)(columns − 1) of categories with answers; null for an empty table. */
  readonly df: number | null;
  readonly p: number | null;
  readonly smallestExpected: number | null;
  readonly cellsExpectedBelowFive: number;
  readonly percentExpectedBelowFive: number | null;
  /** With Yates' correction min(½, |O − E|); null unless 2 × 2. */
  readonly yates: { readonly statistic: number; readonly p: number } | null;
  /** Positions, from 0, of categories without answers, which were dropped. */
  readonly emptyRows: readonly number[];
  readonly emptyColumns: readonly number[];
  /** Cochran's rule broken: more than 20% of expected counts below 5, or one below 1. Prefer fisherExact. */
  readonly isApproximationDoubtful: boolean;
}

/**
 * Pearson's chi-square test of independence: do answers to one question depend on answers to another? Categories
 * without answers are dropped and named. A variable with one category leaves nothing to test: R's goodness-of-fit test
 * of such a table answers another question.
 *
 * @param counts contingency table of respondents (not of weights)
 * @returns      the test; statistic and p null when fewer than two rows or columns have answers
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Pearson (1900); Yates (1934); Cochran (1954), Biometrics 10, 417-451; R: chisq.test(t)
 * @example chiSquareTest([[10, 20], [30, 40]]).p // => 0.3730
 */
export const chiSquareTest = (counts: Counts): ChiSquareTest => {
  const { counts: used, emptyRows, emptyColumns } = withoutEmptyCategories(counts);
  const { n, rowTotals, columnTotals } = tableMargins(used);
  const expected = expectedCounts(used) ?? [];
  const df = n === 0 ? null : (rowTotals.length - 1) * (columnTotals.length - 1);
  const statistic = df === null || df === 0 ? null : pearsonStatistic(used, expected, 0);
  const cells = expected.flat();
  const below = cells.filter((count) => count < 5).length;
  return {
    n,
    statistic,
    df,
    p: statistic === null || df === null ? null : chiSquareUpper(statistic, df),
    smallestExpected: n === 0 ? null : Math.min(...cells),
    cellsExpectedBelowFive: below,
    percentExpectedBelowFive: n === 0 ? null : (100 * below) / cells.length,
    yates: isTwoByTwo(used) ? yatesTest(used, expected) : null,
    emptyRows,
    emptyColumns,
    isApproximationDoubtful: below > cells.length / 5 || cells.some((count) => count < 1),
  };
};

const yatesTest = (counts: Counts, expected: Counts): { readonly statistic: number; readonly p: number } => {
  const largest = Math.max(...mapCells(counts, (count, row, column) => count - (expected[row]?.[column] ?? 0)).flat());
  const statistic = pearsonStatistic(counts, expected, Math.min(0.5, largest));
  return { statistic, p: chiSquareUpper(statistic, 1) };
};

const pearsonStatistic = (counts: Counts, expected: Counts, correction: number): number =>
  sumCells(counts, (count, row, column) => {
    const mean = expected[row]?.[column] ?? 0;
    return (Math.abs(count - mean) - correction) ** 2 / mean;
  });

const isTwoByTwo = (counts: Counts): boolean => counts.length === 2 && counts[0]?.length === 2;
