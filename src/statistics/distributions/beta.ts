import cdf from '@stdlib/stats-base-dists-beta-cdf';
import quantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Lower tail of the beta distribution, the regularised incomplete beta function I_x(a, b).
 *
 * @param x a share in [0, 1]
 * @param a first shape > 0
 * @param b second shape > 0
 * @returns probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.5; stdlib; R: pbeta(x, a, b)
 * @example betaLower(0.3, 2, 5) // => 0.579825
 */
export const betaLower = (x: number, a: number, b: number): number => {
  if (!(x >= 0 && x <= 1) || !(a > 0) || !(b > 0))
    throw new RangeError(`x = ${x}, shapes ${a} and ${b}: need 0 ≤ x ≤ 1 and shapes > 0`);
  return cdf(x, a, b);
};

/**
 * Quantile of the beta distribution: the share below which the share p of it lies.
 *
 * @param p probability in (0, 1)
 * @param a first shape > 0
 * @param b second shape > 0
 * @returns a share in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.5; stdlib; R: qbeta(p, a, b)
 * @example betaQuantile(0.975, 82, 182) // => 0.367622
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  if (!(p > 0 && p < 1) || !(a > 0) || !(b > 0))
    throw new RangeError(`p = ${p}, shapes ${a} and ${b}: need 0 < p < 1 and shapes > 0`);
  return quantile(p, a, b);
};
