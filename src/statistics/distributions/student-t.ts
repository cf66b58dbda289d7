import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Two-sided p of a t statistic: how often chance alone would give one at least as far from 0.
 *
 * @param t  the statistic
 * @param df degrees of freedom > 0, fractions allowed
 * @returns  probability in [0, 1]
 * @throws RangeError if t is not a number or df is not positive
 * @source Student (1908); computed by stdlib's regularised incomplete beta function
 * @example tTwoSided(2.228138851986274, 10) // => 0.05
 */
export const tTwoSided = (t: number, df: number): number => {
  if (Number.isNaN(t) || !(df > 0)) throw new RangeError(`t = ${t}, df = ${df}: df must be positive`);
  return Math.min(1, 2 * cdf(-Math.abs(t), df));
};

/**
 * The t value that leaves (1 − confidence)/2 in each tail.
 *
 * @param confidence probability in (0, 1)
 * @param df         degrees of freedom > 0
 * @returns          a positive number
 * @throws RangeError outside these ranges
 * @source Student (1908)
 * @example tCritical(0.95, 10) // => 2.2281
 */
export const tCritical = (confidence: number, df: number): number => {
  if (!(confidence > 0 && confidence < 1) || !(df > 0))
    throw new RangeError(`confidence = ${confidence}, df = ${df}: need 0 < confidence < 1 and df > 0`);
  return quantile((1 + confidence) / 2, df);
};

/**
 * Lower tail of Student's t distribution: the chance of a value at most t.
 *
 * @param t  a number
 * @param df degrees of freedom > 0, fractions allowed
 * @returns  probability in [0, 1]
 * @throws RangeError if t is not a number or df is not positive
 * @source Student (1908); stdlib; R: pt(t, df)
 * @example tLower(-2.5, 10) // => 0.015723
 */
export const tLower = (t: number, df: number): number => {
  if (Number.isNaN(t) || !(df > 0)) throw new RangeError(`t = ${t}, df = ${df}: df must be positive`);
  return cdf(t, df);
};

/**
 * Quantile of Student's t distribution: the value below which the share p of it lies.
 *
 * @param p  probability in (0, 1)
 * @param df degrees of freedom > 0, fractions allowed
 * @returns  a number
 * @throws RangeError outside these ranges
 * @source Student (1908); stdlib; R: qt(p, df)
 * @example tQuantile(0.975, 30) // => 2.042272
 */
export const tQuantile = (p: number, df: number): number => {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError(`p = ${p}, df = ${df}: need 0 < p < 1 and df > 0`);
  return quantile(p, df);
};
