import { leastSquares } from '../regression/least-squares';

/** A finished adjustment of weights to population totals, as the variance needs it. */
export type Calibration =
  | {
      readonly kind: 'margins';
      /** Category index of every row, one list per margin; one margin = post-stratification. */
      readonly margins: readonly Int32Array[];
      /** Weights after the adjustment. */
      readonly weights: Float64Array;
    }
  | {
      readonly kind: 'regression';
      readonly columns: readonly Float64Array[];
      /** Weights before and after the adjustment. */
      readonly baseWeights: Float64Array;
      readonly weights: Float64Array;
    };

/** Sweeps through the margins; the residuals settle well before this. */
const SWEEPS = 10;

/**
 * What remains of each row's contribution to a total after the part that the population totals already fix: the
 * residual of a regression on the calibration variables. Its spread, not that of the raw contribution, makes the
 * variance of a calibrated estimate.
 *
 * @param contributions weight × value of each row
 * @param calibration   the adjustment
 * @returns             residual contributions
 * @source Deville & Särndal (1992), JASA 87, 376-382; R: survey::svyrecvar, whose means within a margin are unweighted
 */
export const calibrationResiduals = (contributions: Float64Array, calibration: Calibration): Float64Array => {
  if (calibration.kind === 'regression') return regressionResiduals(contributions, calibration);
  const { margins, weights } = calibration;
  const values = contributions.map((contribution, row) => ratio(contribution, weights[row] ?? 0));
  for (let sweep = 0; sweep < (margins.length === 1 ? 1 : SWEEPS); sweep++)
    for (const margin of margins) centre(values, margin);
  return values.map((value, row) => value * (weights[row] ?? 0));
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const centre = (values: Float64Array, categoryOf: Int32Array): void => {
  const categories = categoryOf.reduce((most, category) => Math.max(most, category + 1), 0);
  const totals = new Float64Array(categories);
  const counts = new Float64Array(categories);
  categoryOf.forEach((category, row) => {
    totals[category] = (totals[category] ?? 0) + (values[row] ?? 0);
    counts[category] = (counts[category] ?? 0) + 1;
  });
  categoryOf.forEach((category, row) => {
    values[row] = (values[row] ?? 0) - ratio(totals[category] ?? 0, counts[category] ?? 0);
  });
};

const regressionResiduals = (
  contributions: Float64Array,
  { columns, baseWeights, weights }: Extract<Calibration, { kind: 'regression' }>,
): Float64Array => {
  const values = contributions.map((contribution, row) => ratio(contribution, weights[row] ?? 0));
  const { residuals } = leastSquares(columns, values, baseWeights);
  return residuals.map((residual, row) => residual * (weights[row] ?? 0));
};
