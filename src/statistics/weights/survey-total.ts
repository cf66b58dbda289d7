import type { Interval } from '../interval';
import { dot } from '../vector';
import { domainOf } from './domain';
import { tInterval, zInterval } from './estimate-interval';
import type { SurveyDesign } from './survey-design';
import { varianceOfTotal } from './variance-of-totals';

export interface SurveyTotal {
  /** Rows with a value. */
  readonly n: number;
  readonly sumOfWeights: number;
  readonly df: number;
  readonly total: number;
  /** Standard error; null when a stratum has a single sampling unit. */
  readonly se: number | null;
  readonly interval: Interval | null;
  /** The same with the normal instead of the t distribution. */
  readonly normalInterval: Interval | null;
}

/**
 * Estimated population total Σwx with its standard error.
 *
 * @param values     one per row; null = no answer or outside the domain of interest
 * @param design     how the sample was drawn; weights must add up to the population
 * @param confidence of the intervals, probability in (0, 1)
 * @returns          in the unit of the values; null when no row has a value
 * @throws RangeError if lengths differ, a value is not finite or confidence is outside (0, 1)
 * @source Lumley (2010), Complex Surveys, 2; R: survey::svytotal(na.rm = TRUE)
 * @example surveyTotal([1, 2, 5], surveyDesign({ weights: [10, 10, 20] }))?.total // => 130
 */
export const surveyTotal = (
  values: ArrayLike<number | null>,
  design: SurveyDesign,
  confidence = 0.95,
): SurveyTotal | null => {
  const domain = domainOf(values, design);
  if (domain.n === 0) return null;
  const total = dot(domain.values, domain.weights);
  const variance = varianceOfTotal(
    domain.values.map((value, row) => value * (domain.weights[row] ?? 0)),
    design,
  );
  const se = variance === null ? null : Math.sqrt(variance);
  return {
    n: domain.n,
    sumOfWeights: domain.sumOfWeights,
    df: design.df,
    total,
    se,
    interval: tInterval(total, se, design.df, confidence),
    normalInterval: zInterval(total, se, confidence),
  };
};
