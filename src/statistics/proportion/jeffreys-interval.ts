import { betaQuantile } from '../distributions/beta';
import type { Interval } from '../interval';
import { checkCount } from './check-count';

/**
 * Jeffreys' interval: the middle of the posterior distribution of a share after a Beta(½, ½) prior. Limits 0 and 1
 * are exact when nobody or everybody agrees.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted
 * @param confidence probability in (0, 1)
 * @returns          shares { low, high } in [0, 1]; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Brown, Cai & DasGupta (2001), Statistical Science 16, 101-133; R: qbeta(tail, x + .5, n - x + .5)
 * @example jeffreysInterval(8, 10) // => { low: 0.4972, high: 0.9559 }
 */
export const jeffreysInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  checkCount(successes, n);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (n === 0) return null;
  const tail = (1 - confidence) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, a, b),
    high: successes === n ? 1 : betaQuantile(1 - tail, a, b),
  };
};
