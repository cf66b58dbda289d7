import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { checkCount } from './check-count';

/**
 * Wilson's interval with continuity correction: a little wider, nearly never too short. Limits 0 and 1 are exact when
 * nobody or everybody agrees.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted
 * @param confidence probability in (0, 1)
 * @returns          shares { low, high } in [0, 1]; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Newcombe (1998), Statistics in Medicine 17, 857-872, method 4; R: prop.test(x, n, correct = TRUE)
 * @example wilsonContinuityInterval(0, 10) // => { low: 0, high: 0.3445 }
 */
export const wilsonContinuityInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  checkCount(successes, n);
  const z = zCritical(confidence);
  if (n === 0) return null;
  return {
    low: successes === 0 ? 0 : Math.max(0, lowerLimit(successes, n, z)),
    high: successes === n ? 1 : Math.min(1, 1 - lowerLimit(n - successes, n, z)),
  };
};

const lowerLimit = (successes: number, n: number, z: number): number => {
  const share = successes / n;
  const root = Math.sqrt(z ** 2 - 2 - 1 / n + 4 * share * (n * (1 - share) + 1));
  return (2 * successes + z ** 2 - 1 - z * root) / (2 * (n + z ** 2));
};
