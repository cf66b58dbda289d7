import type { Interval } from '../interval';
import { newcombeInterval } from './newcombe-interval';
import { sharesOf, type SharePair } from './share-pair';

export interface EquivalenceOfShares {
  /** Smallest level at which the interval fits inside the margin; 1 when the difference itself does not. */
  readonly p: number;
  /** Newcombe's interval of the difference, 1 − 2 · level. */
  readonly interval: Interval;
}

const HALVINGS = 50;

/**
 * Two one-sided tests for shares, by inversion of Newcombe's interval, so that they also work when a share is 0 or 1: are two
 * shares closer than a margin that matters?
 *
 * @param pair   successes and answers of each group
 * @param margin smallest difference that matters, in (0, 1)
 * @param level  of the test, in (0, 0.5); the interval has confidence 1 − 2 · level
 * @returns      null when a group is empty
 * @throws RangeError if successes are outside [0, n], the margin outside (0, 1) or the level outside (0, 0.5)
 * @source Schuirmann (1987); Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 * @example equivalenceOfShares({ first: { successes: 80, n: 100 }, second: { successes: 81, n: 100 } }, 0.1)?.p // => 0.0543
 */
export const equivalenceOfShares = (pair: SharePair, margin: number, level = 0.05): EquivalenceOfShares | null => {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`margin ${margin}: need 0 < margin < 1`);
  if (!(level > 0 && level < 0.5)) throw new RangeError(`level ${level}: need 0 < level < 0.5`);
  const shares = sharesOf(pair);
  const interval = newcombeInterval(pair, 1 - 2 * level);
  if (shares === null || interval === null) return null;
  return { p: Math.abs(shares.difference) >= margin ? 1 : levelThatFits(pair, margin), interval };
};

const levelThatFits = (pair: SharePair, margin: number): number => {
  let [low, high] = [1e-15, 0.5];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = Math.sqrt(low * high);
    const limits = newcombeInterval(pair, 1 - 2 * middle);
    if (limits !== null && limits.low > -margin && limits.high < margin) high = middle;
    else low = middle;
  }
  return high;
};
