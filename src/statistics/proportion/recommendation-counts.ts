import type { RecommendationCounts } from './net-promoter-score';

/** Where promoters begin and detractors end, on which scale. */
export interface RecommendationScale {
  readonly lowest: number;
  readonly highest: number;
  readonly promotersFrom: number;
  readonly detractorsUpTo: number;
}

/** "Would you recommend" from 0 to 10. */
export const RECOMMENDATION_SCALE: RecommendationScale = {
  lowest: 0,
  highest: 10,
  promotersFrom: 9,
  detractorsUpTo: 6,
};

/**
 * Answers by kind. A value that is no answer (99, −1, 11) is neither promoter nor detractor: it is set aside and counted.
 *
 * @param answers one number per respondent
 * @param scale   its ends and cut points
 * @returns       counts by kind, and of values outside the scale
 * @throws RangeError if the cut points are out of order
 * @source Reichheld (2003), Harvard Business Review 81(12), 46-54
 * @example recommendationCounts([10, 9, 11, -1, 99, 5]) // => { detractors: 1, passives: 0, promoters: 2, invalid: 3 }
 */
export const recommendationCounts = (
  answers: ArrayLike<number>,
  scale: RecommendationScale = RECOMMENDATION_SCALE,
): RecommendationCounts & { readonly invalid: number } => {
  const { lowest, highest, promotersFrom, detractorsUpTo } = scale;
  if (!(lowest <= detractorsUpTo && detractorsUpTo < promotersFrom && promotersFrom <= highest))
    throw new RangeError(`Detractors up to ${detractorsUpTo}, promoters from ${promotersFrom}: out of order`);
  const counts = { detractors: 0, passives: 0, promoters: 0, invalid: 0 };
  for (let row = 0; row < answers.length; row += 1) {
    const answer = answers[row] ?? Number.NaN;
    if (!(answer >= lowest && answer <= highest)) counts.invalid += 1;
    else if (answer >= promotersFrom) counts.promoters += 1;
    else if (answer <= detractorsUpTo) counts.detractors += 1;
    else counts.passives += 1;
  }
  return counts;
};
