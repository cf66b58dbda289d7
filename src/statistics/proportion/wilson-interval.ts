import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';

/**
 * Wilson score interval: where a population share plausibly lies, given `successes` among `n` answers. Unlike
 * p ± z·SE it stays inside [0, 1] and does not collapse to zero width when everyone agrees.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted, not people invited; effective n if weighted
 * @param confidence probability in (0, 1)
 * @returns          shares { low, high } in [0, 1]; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Wilson (1927), JASA 22, 209-212; notation of Newcombe (1998), method 3
 * @example wilsonInterval(8, 10) // => { low: 0.4902, high: 0.9433 }
 */
export const wilsonInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n}: need 0 ≤ successes ≤ n`);
  const z = zCritical(confidence);
  if (n === 0) return null;

  const share = successes / n;
  const centre = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const shrink = 1 + z ** 2 / n;
  return {
    low: successes === 0 ? 0 : (centre - half) / shrink,
    high: successes === n ? 1 : (centre + half) / shrink,
  };
};
