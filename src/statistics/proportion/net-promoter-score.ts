import { meanInterval } from '../describe/mean-interval';
import { summaryOfCounts } from '../describe/summary-of-counts';
import type { Summary } from '../describe/summary';
import type { Interval } from '../interval';

/** Answers to "would you recommend" by kind: 0–6, 7–8, 9–10. */
export interface RecommendationCounts {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

/**
 * Each answer as −100, 0 or 100: the score is their mean, so tests of means apply.
 *
 * @param counts answers by kind, whole numbers ≥ 0
 * @returns      { n, mean, sd } in points; mean null when n = 0, sd null when n < 2
 * @throws RangeError if a count is negative or not whole
 * @source Reichheld (2003), Harvard Business Review 81(12), 46-54
 * @example recommendationSummary({ detractors: 20, passives: 30, promoters: 50 }).mean // => 30
 */
export const recommendationSummary = ({ detractors, passives, promoters }: RecommendationCounts): Summary =>
  summaryOfCounts([-100, 0, 100], [detractors, passives, promoters]);

/**
 * Net promoter score: percentage of promoters minus percentage of detractors, with its t interval cut to [−100, 100].
 *
 * @param counts     answers by kind, whole numbers ≥ 0
 * @param confidence probability in (0, 1)
 * @returns          points { score, interval }; score null when there is no answer; interval null for fewer than two
 *                   answers and when all are of one kind
 * @throws RangeError if a count is negative or not whole, or confidence outside (0, 1)
 * @source Reichheld (2003); variance of a difference of multinomial shares, divisor n − 1
 * @example netPromoterScore({ detractors: 20, passives: 30, promoters: 50 }) // => { score: 30, interval: { low: 14.42, high: 45.58 } }
 */
export const netPromoterScore = (
  counts: RecommendationCounts,
  confidence = 0.95,
): { readonly score: number | null; readonly interval: Interval | null } => {
  const summary = recommendationSummary(counts);
  const interval = meanInterval(summary, confidence);
  return {
    score: summary.mean,
    interval: interval && { low: Math.max(-100, interval.low), high: Math.min(100, interval.high) },
  };
};
