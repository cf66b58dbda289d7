import quantile from '@stdlib/stats-base-dists-f-quantile';
import { incompleteBeta } from './incomplete-beta';

/**
 * Upper tail of the F distribution: how often chance alone would give a ratio of variances at least this large.
 * Computed as an incomplete beta function of the tail itself, so that small tails keep their digits.
 *
 * @param statistic a number ≥ 0
 * @param df1       numerator degrees of freedom > 0, fractions allowed
 * @param df2       denominator degrees of freedom > 0, fractions allowed
 * @returns         probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.6.2; R: pf(f, df1, df2, lower.tail = FALSE)
 * @example fUpper(4, 2, 57) // => 0.0236811
 */
export const fUpper = (statistic: number, df1: number, df2: number): number => {
  if (!(statistic >= 0) || !(df1 > 0) || !(df2 > 0))
    throw new RangeError(`F = ${statistic}, df = ${df1} and ${df2}: need F ≥ 0 and df > 0`);
  if (statistic === Infinity) return 0;
  return incompleteBeta(df2 / (df2 + df1 * statistic), df2 / 2, df1 / 2);
};

/**
 * Quantile of the F distribution: the value below which the share p of it lies.
 *
 * @param p   probability in (0, 1)
 * @param df1 numerator degrees of freedom > 0
 * @param df2 denominator degrees of freedom > 0
 * @returns   a number ≥ 0
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.6; stdlib; R: qf(p, df1, df2)
 * @example fQuantile(0.95, 3, 20) // => 3.098391
 */
export const fQuantile = (p: number, df1: number, df2: number): number => {
  if (!(p > 0 && p < 1) || !(df1 > 0) || !(df2 > 0))
    throw new RangeError(`p = ${p}, df = ${df1} and ${df2}: need 0 < p < 1 and df > 0`);
  return quantile(p, df1, df2);
};
