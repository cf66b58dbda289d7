import type { Interval } from '../interval';
import { sharesOf, type SharePair } from './share-pair';
import { wilsonInterval } from './wilson-interval';

/**
 * Newcombe's interval of a difference of shares: from the Wilson limits of each, so that it stays inside [−1, 1] and
 * exists when a share is 0 or 1.
 *
 * @param pair       successes and answers of each group
 * @param confidence probability in (0, 1)
 * @returns          limits of first minus second, in [−1, 1]; null when a group is empty
 * @throws RangeError if successes are outside [0, n] or confidence outside (0, 1)
 * @source Newcombe (1998), Statistics in Medicine 17, 873-890, method 10, without continuity correction
 * @example newcombeInterval({ first: { successes: 56, n: 70 }, second: { successes: 48, n: 80 } }) // => { low: 0.0524, high: 0.3339 }
 */
export const newcombeInterval = (pair: SharePair, confidence = 0.95): Interval | null => {
  const shares = sharesOf(pair);
  const first = wilsonInterval(pair.first.successes, pair.first.n, confidence);
  const second = wilsonInterval(pair.second.successes, pair.second.n, confidence);
  if (shares === null || first === null || second === null) return null;
  const { p1, p2, difference } = shares;
  return {
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
};
