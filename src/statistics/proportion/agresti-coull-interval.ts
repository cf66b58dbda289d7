import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { checkCount } from './check-count';

/**
 * Agresti and Coull's interval: the Wald formula after adding z²/2 successes and as many failures. Not truncated to
 * [0, 1].
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted
 * @param confidence probability in (0, 1)
 * @returns          limits around the shrunken share; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Agresti & Coull (1998), The American Statistician 52, 119-126, with n + z², not "+2 and +4"
 * @example agrestiCoullInterval(0, 10) // => { low: -0.0434, high: 0.3209 }
 */
export const agrestiCoullInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  checkCount(successes, n);
  const z = zCritical(confidence);
  if (n === 0) return null;
  const enlarged = n + z ** 2;
  const share = (successes + z ** 2 / 2) / enlarged;
  const half = z * Math.sqrt((share * (1 - share)) / enlarged);
  return { low: share - half, high: share + half };
};
