import { tCritical } from '../distributions/student-t';
import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { netPromoterScore, type RecommendationCounts } from './net-promoter-score';

/** Shares of the kinds of answers and how precise their difference is. */
export interface NetPromoterPrecision {
  readonly n: number;
  readonly percentPromoters: number;
  readonly percentPassives: number;
  readonly percentDetractors: number;
  /** Points, −100 to 100. */
  readonly score: number;
  /** Standard error in points with divisor n; 0 when all are of one kind. */
  readonly se: number;
  /** The same with divisor n − 1; null for one answer. */
  readonly sampleSe: number | null;
  /** score ± z · se, not truncated; null for one answer and when all are of one kind. */
  readonly normalInterval: Interval | null;
  /** score ± t · sampleSe, not truncated; null likewise. */
  readonly tInterval: Interval | null;
  /** z · se in points. */
  readonly marginOfError: number;
}

/**
 * Precision of a net promoter score: SE = 100 √((P + D − (P − D)²) / n) with shares P and D.
 *
 * @param counts     answers by kind, whole numbers ≥ 0
 * @param confidence probability in (0, 1)
 * @returns          percents and points; null when there is no answer
 * @throws RangeError if a count is negative or not whole, or confidence outside (0, 1)
 * @source variance of a difference of multinomial shares: Agresti (2013), Categorical Data Analysis, 1.2
 * @example netPromoterPrecision({ detractors: 20, passives: 30, promoters: 50 })?.se // => 7.8102
 */
export const netPromoterPrecision = (counts: RecommendationCounts, confidence = 0.95): NetPromoterPrecision | null => {
  const { score } = netPromoterScore(counts, confidence);
  if (score === null) return null;
  const { detractors, passives, promoters } = counts;
  const n = detractors + passives + promoters;
  const variance = (promoters + detractors) / n - ((promoters - detractors) / n) ** 2;
  const se = 100 * Math.sqrt(variance / n);
  const sampleSe = n < 2 ? null : 100 * Math.sqrt(variance / (n - 1));
  const marginOfError = zCritical(confidence) * se;
  return {
    n,
    percentPromoters: (100 * promoters) / n,
    percentPassives: (100 * passives) / n,
    percentDetractors: (100 * detractors) / n,
    score,
    se,
    sampleSe,
    normalInterval: n < 2 || variance === 0 ? null : around(score, marginOfError),
    tInterval: sampleSe === null || variance === 0 ? null : around(score, tCritical(confidence, n - 1) * sampleSe),
    marginOfError,
  };
};

const around = (score: number, half: number): Interval => ({ low: score - half, high: score + half });
