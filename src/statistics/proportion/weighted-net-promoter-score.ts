import { weightedSummary } from '../describe/weighted-summary';
import { RECOMMENDATION_SCALE, type RecommendationScale } from './recommendation-counts';

/** A net promoter score of weighted answers. */
export interface WeightedNetPromoterScore {
  readonly n: number;
  readonly sumOfWeights: number;
  /** Kish's (Σw)² / Σw². */
  readonly effectiveN: number;
  readonly percentPromoters: number;
  readonly percentDetractors: number;
  /** Points, −100 to 100. */
  readonly score: number;
  /** Linearised standard error in points, sampling with replacement; null when n < 2. */
  readonly se: number | null;
}

/**
 * Net promoter score in which respondents count by their weights: a weighted mean of −100, 0 and 100.
 *
 * @param answers one number per respondent, on the scale
 * @param weights one per respondent, ≥ 0
 * @param scale   its ends and cut points
 * @returns       percents and points; null when there is no answer
 * @throws RangeError if lengths differ, an answer is outside the scale, a weight is negative or all are 0
 * @source R: survey::svymean(~s, svydesign(ids = ~1, weights = ~w))
 * @example weightedNetPromoterScore([10, 3, 8], [2, 1, 1])?.score // => 25
 */
export const weightedNetPromoterScore = (
  answers: readonly number[],
  weights: readonly number[],
  { lowest, highest, promotersFrom, detractorsUpTo }: RecommendationScale = RECOMMENDATION_SCALE,
): WeightedNetPromoterScore | null => {
  if (!answers.every((answer) => answer >= lowest && answer <= highest))
    throw new RangeError(`Answers lie from ${lowest} to ${highest}`);
  if (answers.length === 0) return null;
  const promoters = answers.map((answer) => (answer >= promotersFrom ? 100 : 0));
  const detractors = answers.map((answer) => (answer <= detractorsUpTo ? 100 : 0));
  const points = promoters.map((promoter, row) => promoter - (detractors[row] ?? 0));
  const { n, sumOfWeights, effectiveN, mean, linearisedSe } = weightedSummary(points, weights);
  return {
    n,
    sumOfWeights,
    effectiveN,
    percentPromoters: weightedSummary(promoters, weights).mean,
    percentDetractors: weightedSummary(detractors, weights).mean,
    score: mean,
    se: linearisedSe,
  };
};
