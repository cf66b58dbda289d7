import { chiSquareTest } from './chi-square-test';
import { withoutEmptyCategories, type Counts } from './contingency-table';

/** Strengths of association that rest on Pearson's X². */
export interface ChiSquareAssociation {
  readonly n: number;
  readonly statistic: number;
  /** √(X²/n), ≥ 0; may exceed 1 in tables larger than 2 × 2. */
  readonly phi: number;
  /** With the sign of ad − bc, in [−1, 1]; null unless 2 × 2. */
  readonly signedPhi: number | null;
  /** √(X²/(X² + n)), in [0, 1). */
  readonly contingencyCoefficient: number;
  /** √(X² / (n · (min(rows, columns) − 1))), in [0, 1]. */
  readonly cramersV: number;
  /** Bergsma's correction; 0 when the corrected φ² is negative, null when n is too small for it. */
  readonly cramersVBiasCorrected: number | null;
  /** √(X² / (n · √((rows − 1)(columns − 1)))), in [0, 1]. */
  readonly tschuprowsT: number;
}

/**
 * How strongly two questions hang together, from 0 (not at all) to 1: Cramér's V and its relatives. V of a large table
 * with few answers is too high by chance; the bias-corrected form is not. Categories without answers are dropped.
 *
 * @param counts contingency table of respondents
 * @returns      the coefficients; null when fewer than two rows or columns have answers
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Cramér (1946); Bergsma (2013), J. Korean Statistical Society 42, 323-328; R: vcd::assocstats(t)
 * @example chiSquareAssociation([[10, 20], [30, 40]])?.cramersV // => 0.0891
 */
export const chiSquareAssociation = (counts: Counts): ChiSquareAssociation | null => {
  const { n, statistic } = chiSquareTest(counts);
  if (statistic === null) return null;
  const { counts: used } = withoutEmptyCategories(counts);
  const [rows, columns] = [used.length, used[0]?.length ?? 0];
  const squared = statistic / n;
  return {
    n,
    statistic,
    phi: Math.sqrt(squared),
    signedPhi: rows === 2 && columns === 2 ? signOf(used) * Math.sqrt(squared) : null,
    contingencyCoefficient: Math.sqrt(statistic / (statistic + n)),
    cramersV: Math.min(1, Math.sqrt(squared / (Math.min(rows, columns) - 1))),
    cramersVBiasCorrected: biasCorrected(squared, { n, rows, columns }),
    tschuprowsT: Math.sqrt(squared / Math.sqrt((rows - 1) * (columns - 1))),
  };
};

const biasCorrected = (
  squared: number,
  { n, rows, columns }: { readonly n: number; readonly rows: number; readonly columns: number },
): number | null => {
  if (n <= 1) return null;
  const corrected = Math.max(0, squared - ((rows - 1) * (columns - 1)) / (n - 1));
  const width = Math.min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1));
  return width > 1 ? Math.sqrt(corrected / (width - 1)) : null;
};

const signOf = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Counts): number => Math.sign(a * d - b * c);
