import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The standard normal value that leaves (1 − confidence)/2 in each tail.
 *
 * @param confidence probability in (0, 1)
 * @returns          a positive number
 * @throws RangeError if confidence is outside (0, 1)
 * @source Wichura (1988), AS 241, as computed by stdlib
 * @example zCritical(0.95) // => 1.96
 */
export const zCritical = (confidence: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  return quantile((1 + confidence) / 2, 0, 1);
};

/**
 * Two-sided p of a standard normal statistic: how often chance alone would give one at least as far from 0.
 *
 * @param z the statistic
 * @returns probability in [0, 1]
 * @throws RangeError if z is not a number
 * @source Cody (1969), as computed by stdlib; R: 2 * pnorm(-abs(z))
 * @example normalTwoSided(1.959963984540054) // => 0.05
 */
export const normalTwoSided = (z: number): number => {
  if (Number.isNaN(z)) throw new RangeError('z is not a number');
  return Math.min(1, 2 * cdf(-Math.abs(z), 0, 1));
};
