import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';

/**
 * Where the mean of a part would lie by chance if it did not differ from the whole: mean ± z · sd · √(1/n − 1/N). The part is
 * one of those that make the whole, so the limits close as it grows to all of it.
 *
 * @param whole      n, mean and standard deviation within the parts
 * @param n          size of the part; effective n if weighted
 * @param confidence probability in (0, 1)
 * @returns          limits in the unit of the mean; null when nothing varies
 * @throws RangeError if n is not in (0, whole n], or confidence outside (0, 1)
 * @source Ott (1967), Industrial Quality Control 24, 101-109 (analysis of means); Spiegelhalter (2005), Statistics in Medicine
 *         24, 1185-1202 (funnel plots)
 * @example meanControlLimits({ n: 200, mean: 4, sd: 1 }, 50, 0.95) // => { low: 3.76, high: 4.24 }
 */
export const meanControlLimits = (
  whole: { readonly n: number; readonly mean: number; readonly sd: number },
  n: number,
  confidence: number,
): Interval | null => {
  if (!(n > 0 && n <= whole.n)) throw new RangeError(`${n} of ${whole.n}: need 0 < n ≤ ${whole.n}`);
  const half = zCritical(confidence) * whole.sd * Math.sqrt(1 / n - 1 / whole.n);
  return whole.sd === 0 ? null : { low: whole.mean - half, high: whole.mean + half };
};
