import { sum } from '../vector';
import type { Margin } from './margin';
import { rakeWeights } from './rake-weights';
import type { SurveyDesign } from './survey-design';

/**
 * Raking of a survey design: weights that meet several margins at once, see {@link rakeWeights}.
 *
 * @param design  how the sample was drawn
 * @param margins categories of the rows and population totals; the totals of all margins add up to the same number
 * @returns       the design with raked weights; estimates from it know that the margins are exact. null when no weights
 *                meet all margins
 * @throws RangeError as for {@link rakeWeights}
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444; R: survey::rake
 * @example rake(surveyDesign({ weights: [1, 1, 1] }), [{ categoryOf: [0, 0, 1], targets: [40, 60] }])?.weights // => [20, 20, 60]
 */
export const rake = (design: SurveyDesign, margins: readonly Margin[]): SurveyDesign | null => {
  const weights = rakeWeights(design.weights, margins);
  if (!weights) return null;
  const categories = margins.map(({ categoryOf }) => Int32Array.from(categoryOf));
  return {
    ...design,
    weights,
    sumOfWeights: sum(weights),
    calibrations: [...design.calibrations, { kind: 'margins', margins: categories, weights }],
  };
};
