import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { sharesOf, type SharePair } from './share-pair';

/**
 * Wald interval of a difference of shares: too short for small groups and for shares near 0 or 1.
 *
 * @param pair       successes and answers of each group
 * @param confidence probability in (0, 1)
 * @returns          limits of first minus second, not truncated; null when a group is empty
 * @throws RangeError if successes are outside [0, n] or confidence outside (0, 1)
 * @source Newcombe (1998), Statistics in Medicine 17, 873-890, method 1
 * @example waldDifferenceInterval({ first: { successes: 56, n: 70 }, second: { successes: 48, n: 80 } }) // => { low: 0.0575, high: 0.3425 }
 */
export const waldDifferenceInterval = (pair: SharePair, confidence = 0.95): Interval | null => {
  const z = zCritical(confidence);
  const shares = sharesOf(pair);
  if (shares === null) return null;
  const half = z * Math.sqrt(shares.variance);
  return { low: shares.difference - half, high: shares.difference + half };
};

/**
 * Agresti and Caffo's interval of a difference of shares: Wald after adding one success and one failure to each group.
 *
 * @param pair       successes and answers of each group
 * @param confidence probability in (0, 1)
 * @returns          limits of first minus second, not truncated; null when a group is empty
 * @throws RangeError if successes are outside [0, n] or confidence outside (0, 1)
 * @source Agresti & Caffo (2000), The American Statistician 54, 280-288
 * @example agrestiCaffoInterval({ first: { successes: 56, n: 70 }, second: { successes: 48, n: 80 } }) // => { low: 0.0525, high: 0.3358 }
 */
export const agrestiCaffoInterval = (pair: SharePair, confidence = 0.95): Interval | null => {
  if (sharesOf(pair) === null) return null;
  const enlarged = ({ successes, n }: SharePair['first']) => ({ successes: successes + 1, n: n + 2 });
  return waldDifferenceInterval({ first: enlarged(pair.first), second: enlarged(pair.second) }, confidence);
};
