import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { shareEstimate } from './share-estimate';

/**
 * Wald interval of a share, p ± z·SE: what most tables print. Collapses to a point at 0 and n and may leave [0, 1]
 * (it is not truncated); use it only to compare with such tables.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted
 * @param confidence probability in (0, 1)
 * @returns          limits around the share; null when n = 0
 * @throws RangeError if successes is outside [0, n] or confidence outside (0, 1)
 * @source Newcombe (1998), Statistics in Medicine 17, 857-872, method 1
 * @example waldInterval(8, 10) // => { low: 0.5521, high: 1.0479 }
 */
export const waldInterval = (successes: number, n: number, confidence = 0.95): Interval | null => {
  const z = zCritical(confidence);
  const estimate = shareEstimate(successes, n);
  return estimate && { low: estimate.share - z * estimate.se, high: estimate.share + z * estimate.se };
};
