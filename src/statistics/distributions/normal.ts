import cdf from '@stdlib/stats-base-dists-normal-cdf';
import { normalQuantile } from './normal-quantile';

/**
 * Lower tail of the standard normal distribution: the chance of a value at most z. Through the complementary error
 * function, so that far lower tails keep their digits; for an upper tail ask for normalLower(−z).
 *
 * @param z a number
 * @returns probability in [0, 1]
 * @throws RangeError if z is not a number
 * @source Abramowitz & Stegun (1964), 26.2; stdlib; R: pnorm(z)
 * @example normalLower(-1.96) // => 0.024998
 */
export const normalLower = (z: number): number => {
  if (Number.isNaN(z)) throw new RangeError('z is not a number');
  return cdf(z, 0, 1);
};

/**
 * Two-sided p of a z statistic: how often chance alone would give one at least as far from 0.
 *
 * @param z the statistic
 * @returns probability in [0, 1]
 * @throws RangeError if z is not a number
 * @source R: 2 * pnorm(-abs(z))
 * @example normalTwoSided(-1.96) // => 0.049996
 */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalLower(-Math.abs(z)));

/**
 * The standard normal value that leaves (1 − confidence)/2 in each tail.
 *
 * @param confidence probability in (0, 1)
 * @returns          a positive number
 * @throws RangeError if confidence is outside (0, 1)
 * @source Wichura (1988), AS 241
 * @example zCritical(0.95) // => 1.96
 */
export const zCritical = (confidence: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  return -normalQuantile((1 - confidence) / 2);
};
