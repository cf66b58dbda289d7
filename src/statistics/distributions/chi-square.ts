import gammaln from '@stdlib/math-base-special-gammaln';
import quantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { fractionAbove, incompleteGammaUpper } from './incomplete-gamma';
import { polishQuantile } from './polish-quantile';

/**
 * Upper tail of the chi-square distribution: how often chance alone would give a statistic at least this large.
 * Computed as the upper incomplete gamma function, so that small tails keep their digits; 1 − cdf would lose them.
 *
 * @param statistic a number ≥ 0
 * @param df        degrees of freedom > 0
 * @returns         probability in [0, 1]
 * @throws RangeError if the statistic is negative or not a number, or df is not positive
 * @source Abramowitz & Stegun (1964), 26.4.19; R: pchisq(x, df, lower.tail = FALSE)
 * @example chiSquareUpper(3.84, 1) // => 0.0500435
 */
export const chiSquareUpper = (statistic: number, df: number): number => {
  refuseOutside(statistic, df);
  return incompleteGammaUpper(statistic / 2, df / 2);
};

/**
 * Decimal logarithm of the same tail, for p values that a double cannot hold: "p < 1e-300" is then known, not guessed.
 * Continued fraction of the incomplete gamma function beyond the reach of doubles.
 *
 * @param statistic a number ≥ 0
 * @param df        degrees of freedom > 0
 * @returns         a number ≤ 0
 * @throws RangeError if the statistic is negative or not finite, or df is not positive
 * @source Press et al. (2007), Numerical Recipes, 6.2: modified Lentz evaluation
 * @example chiSquareUpperLog10(5994.002665778074, 1) // => -1303.5681
 */
export const chiSquareUpperLog10 = (statistic: number, df: number): number => {
  refuseOutside(statistic, df);
  if (statistic === Infinity) throw new RangeError('The statistic must be finite');
  const tail = chiSquareUpper(statistic, df);
  if (tail > 1e-290) return Math.log10(tail);
  const [shape, x] = [df / 2, statistic / 2];
  return (shape * Math.log(x) - x - gammaln(shape) + Math.log(fractionAbove(x, shape))) / Math.LN10;
};

/**
 * Quantile of the chi-square distribution: the value below which the share p of it lies.
 *
 * @param p  probability in (0, 1)
 * @param df degrees of freedom > 0
 * @returns  a number ≥ 0
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.4; stdlib; R: qchisq(p, df)
 * @example chiSquareQuantile(0.95, 1) // => 3.841459
 */
export const chiSquareQuantile = (p: number, df: number): number => {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError(`p = ${p}, df = ${df}: need 0 < p < 1 and df > 0`);
  return df <= STDLIB_REACH ? quantile(p, df) : polished(p, df);
};

/** Beyond this stdlib's quantile follows its incomplete gamma function into error. */
const STDLIB_REACH = 400;

const polished = (p: number, df: number): number =>
  polishQuantile(
    quantile(p, df),
    (x) => 1 - p - chiSquareUpper(x, df),
    (x) => Math.exp((df / 2 - 1) * Math.log(x / 2) - x / 2 - gammaln(df / 2)) / 2,
  );

const refuseOutside = (statistic: number, df: number): void => {
  if (!(statistic >= 0) || !(df > 0)) throw new RangeError(`statistic = ${statistic}, df = ${df}: need ≥ 0 and > 0`);
};
