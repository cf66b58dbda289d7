import { sum } from '../vector';
import { assertReachable, type Margin } from './margin';
import type { SurveyDesign } from './survey-design';

/**
 * Post-stratification: scales the weights of every category to its known population total.
 *
 * @param design how the sample was drawn
 * @param margin category of each row and population totals
 * @returns      the design with new weights; estimates from it know that the totals are exact
 * @throws RangeError if a category has no row with weight, a code is out of range or lengths differ
 * @source Holt & Smith (1979), JRSS A 142, 33-46; R: survey::postStratify
 * @example postStratify(surveyDesign({ weights: [1, 1, 1] }), { categoryOf: [0, 0, 1], targets: [40, 60] }).weights // => [20, 20, 60]
 */
export const postStratify = (design: SurveyDesign, margin: Margin): SurveyDesign => {
  assertReachable(margin, design.weights);
  const categoryOf = Int32Array.from(margin.categoryOf);
  const current = new Float64Array(margin.targets.length);
  categoryOf.forEach((category, row) => (current[category] = (current[category] ?? 0) + (design.weights[row] ?? 0)));
  const weights = design.weights.map((weight, row) => {
    const category = categoryOf[row] ?? 0;
    return (weight * (margin.targets[category] ?? 0)) / (current[category] ?? 1);
  });
  return {
    ...design,
    weights,
    sumOfWeights: sum(weights),
    calibrations: [...design.calibrations, { kind: 'margins', margins: [categoryOf], weights }],
  };
};
