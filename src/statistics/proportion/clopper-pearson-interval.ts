import { betaQuantile } from '../distributions/beta';
import type { Interval } from '../interval';
import { checkCount } from './check-count';

/**
 * Clopper and Pearson's "exact" interval: the shares that a binomial test would not reject. Never too short, usually
 * too long.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted
 * @param confidence probability in (0, 1)
 * @returns          shares { low, high } in [0, 1]; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Clopper & Pearson (1934), Biometrika 26, 404-413; R: binom.test(x, n)$conf.int
 * @example clopperPearsonInterval(8, 10) // => { low: 0.4439, high: 0.9748 }
 */
export const clopperPearsonInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  checkCount(successes, n);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (n === 0) return null;
  const tail = (1 - confidence) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
};
