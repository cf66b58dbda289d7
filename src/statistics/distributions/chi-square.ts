import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import quantile from '@stdlib/stats-base-dists-chisquare-quantile';

/**
 * Upper tail of the chi-square distribution: how often chance alone would give a statistic at least this large.
 * Computed as the upper incomplete gamma function, so that small tails keep their digits; 1 − cdf would lose them.
 *
 * @param statistic a number ≥ 0
 * @param df        degrees of freedom > 0
 * @returns         probability in [0, 1]
 * @throws RangeError if the statistic is negative or not a number, or df is not positive
 * @source Abramowitz & Stegun (1964), 26.4.19; stdlib's gammainc; R: pchisq(x, df, lower.tail = FALSE)
 * @example chiSquareUpper(3.84, 1) // => 0.0500435
 */
export const chiSquareUpper = (statistic: number, df: number): number => {
  refuseOutside(statistic, df);
  return statistic === Infinity ? 0 : gammainc(statistic / 2, df / 2, true, true);
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
  return (shape * Math.log(x) - x - gammaln(shape) + Math.log(gammaFraction(shape, x))) / Math.LN10;
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
  return quantile(p, df);
};

const MOST_TERMS = 10_000;

const gammaFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const numerator = -term * (term - shape);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
};

const refuseOutside = (statistic: number, df: number): void => {
  if (!(statistic >= 0) || !(df > 0)) throw new RangeError(`statistic = ${statistic}, df = ${df}: need ≥ 0 and > 0`);
};
