import { dot } from '../vector';
import { domainOf } from './domain';
import type { SurveyDesign } from './survey-design';
import { varianceOfTotal } from './variance-of-totals';

/**
 * Ratio of two population totals, Σwa / Σwb; rows count only where both values are known.
 *
 * @param numerator   a, one per row; null = unknown
 * @param denominator b, one per row; null = unknown
 * @param design      how the sample was drawn
 * @returns           ratio and its standard error (null when a stratum has a single unit); null when Σwb = 0
 * @throws RangeError if lengths differ or a value is not finite
 * @source Lumley (2010), Complex Surveys, 2; R: survey::svyratio
 * @example surveyRatio([1, 2, 5], [2, 4, 6], surveyDesign({ weights: [1, 1, 1] }))?.ratio // => 0.6667
 */
export const surveyRatio = (
  numerator: ArrayLike<number | null>,
  denominator: ArrayLike<number | null>,
  design: SurveyDesign,
): { readonly n: number; readonly ratio: number; readonly se: number | null } | null => {
  const known = (a: ArrayLike<number | null>, b: ArrayLike<number | null>): (number | null)[] =>
    Array.from(a, (value, row) => ((b[row] ?? null) === null ? null : value));
  const top = domainOf(known(numerator, denominator), design);
  const bottom = domainOf(known(denominator, numerator), design);
  const whole = dot(bottom.values, bottom.weights);
  if (whole === 0) return null;
  const ratio = dot(top.values, top.weights) / whole;
  const variance = varianceOfTotal(
    top.values.map((value, row) => ((value - ratio * (bottom.values[row] ?? 0)) * (top.weights[row] ?? 0)) / whole),
    design,
  );
  return { n: top.n, ratio, se: variance === null ? null : Math.sqrt(variance) };
};
