import { normalTwoSided, zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { netPromoterPrecision } from './net-promoter-precision';
import type { RecommendationCounts } from './net-promoter-score';

/** Two net promoter scores compared, in points. */
export interface NetPromoterDifference {
  /** First minus second. */
  readonly difference: number;
  readonly se: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Do two independent groups differ in their net promoter score? SE² = SE₁² + SE₂², each with divisor n.
 *
 * @param first      answers by kind in the first group
 * @param second     answers by kind in the second group
 * @param confidence probability in (0, 1)
 * @returns          points; null when a group has no answer or neither group varies
 * @throws RangeError if a count is negative or not whole, or confidence outside (0, 1)
 * @source z test of a difference of independent means
 * @example netPromoterDifference({ detractors: 20, passives: 30, promoters: 50 }, { detractors: 30, passives: 30, promoters: 40 })?.z // => 1.7541
 */
export const netPromoterDifference = (
  first: RecommendationCounts,
  second: RecommendationCounts,
  confidence = 0.95,
): NetPromoterDifference | null => {
  const [one, two] = [netPromoterPrecision(first, confidence), netPromoterPrecision(second, confidence)];
  if (one === null || two === null) return null;
  const se = Math.hypot(one.se, two.se);
  if (se === 0) return null;
  const difference = one.score - two.score;
  const half = zCritical(confidence) * se;
  const z = difference / se;
  return { difference, se, z, p: normalTwoSided(z), interval: { low: difference - half, high: difference + half } };
};
