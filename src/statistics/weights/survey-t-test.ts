import type { Interval } from '../interval';
import { tInterval } from './estimate-interval';
import type { SurveyDesign } from './survey-design';
import { surveyLinearRegression } from './survey-regression';

export interface SurveyTTest {
  /** Rows with a value and a group. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Second mean minus first mean. */
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  /** Design df − 1. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval | null;
}

/**
 * Do two groups of a survey differ in their means? A regression on the group, with the design's standard error.
 *
 * @param values     one per row; null = no answer
 * @param isSecond   0 = first group, 1 = second group; null = neither
 * @param design     how the sample was drawn
 * @param confidence of the interval, probability in (0, 1)
 * @returns          null when a group has no weight, nothing varies, df < 1 or a stratum has a single unit
 * @throws RangeError if lengths differ or confidence is outside (0, 1)
 * @source Lumley (2010), Complex Surveys, 5; R: survey::svyttest
 * @example surveyTTest([1, 3, 4, 6], [0, 0, 1, 1], surveyDesign({ weights: [1, 1, 1, 1] }))?.difference // => 3
 */
export const surveyTTest = (
  values: ArrayLike<number | null>,
  isSecond: ArrayLike<number | null>,
  design: SurveyDesign,
  confidence = 0.95,
): SurveyTTest | null => {
  const ones = new Float64Array(design.n).fill(1);
  const model = surveyLinearRegression([ones, isSecond], values, design);
  const slope = model?.coefficients[1];
  if (!model || !slope) return null;
  const { estimate, se, t, p } = slope;
  if (estimate === null || se === null || t === null || p === null) return null;
  const { n, sumOfWeights, df } = model;
  return { n, sumOfWeights, difference: estimate, se, t, df, p, interval: tInterval(estimate, se, df, confidence) };
};
