import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { sharesOf, type SharePair } from './share-pair';

/** A ratio with the interval that its logarithm gives. */
export interface RatioEstimate {
  /** ≥ 0, Infinity when only the denominator is 0; null when it is 0/0. */
  readonly ratio: number | null;
  /** Null when a count is 0, because the logarithm has no standard error then. */
  readonly interval: Interval | null;
}

/**
 * Risk ratio p₁/p₂: how many times as frequent successes are in the first group. Interval on the log scale,
 * SE² = 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂.
 *
 * @param pair       successes and answers of each group
 * @param confidence probability in (0, 1)
 * @returns          { ratio, interval }; null when a group is empty
 * @throws RangeError if successes are outside [0, n] or confidence outside (0, 1)
 * @source Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469-474
 * @example riskRatio({ first: { successes: 8, n: 10 }, second: { successes: 4, n: 10 } }) // => { ratio: 2, interval: { low: 0.8809, high: 4.5406 } }
 */
export const riskRatio = (pair: SharePair, confidence = 0.95): RatioEstimate | null => {
  const shares = sharesOf(pair);
  if (shares === null) return null;
  const { successes: x1, n: n1 } = pair.first;
  const { successes: x2, n: n2 } = pair.second;
  return onLogScale(shares.p1, shares.p2, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, confidence);
};

/**
 * Odds ratio of two groups: (x₁/(n₁ − x₁)) / (x₂/(n₂ − x₂)). Interval on the log scale, SE² = sum of 1/count.
 *
 * @param pair       successes and answers of each group
 * @param confidence probability in (0, 1)
 * @returns          { ratio, interval }; null when a group is empty
 * @throws RangeError if successes are outside [0, n] or confidence outside (0, 1)
 * @source Woolf (1955), Annals of Human Genetics 19, 251-253
 * @example oddsRatio({ first: { successes: 8, n: 10 }, second: { successes: 4, n: 10 } })?.ratio // => 6
 */
export const oddsRatio = (pair: SharePair, confidence = 0.95): RatioEstimate | null => {
  if (sharesOf(pair) === null) return null;
  const [a, c] = [pair.first.successes, pair.second.successes];
  const [b, d] = [pair.first.n - a, pair.second.n - c];
  return onLogScale(a * d, b * c, 1 / a + 1 / b + 1 / c + 1 / d, confidence);
};

const onLogScale = (over: number, under: number, variance: number, confidence: number): RatioEstimate => {
  const z = zCritical(confidence);
  if (over === 0 && under === 0) return { ratio: null, interval: null };
  const ratio = under === 0 ? Infinity : over / under;
  if (!Number.isFinite(variance)) return { ratio, interval: null };
  const factor = Math.exp(z * Math.sqrt(variance));
  return { ratio, interval: { low: ratio / factor, high: ratio * factor } };
};
