import { calibrationResiduals } from './calibration';
import type { Stratum, SurveyDesign } from './survey-design';

/**
 * Design-based variance of a sum over the sample, Σ z, by Taylor linearisation and ultimate clusters:
 * Σ strata (1 − n/N) · n/(n−1) · Σ units (zᵤ − z̄)², where zᵤ is the sum over the rows of a unit.
 *
 * @param contributions z of each row, weight included; 0 for rows outside the domain, which keep their place in the
 *                      design
 * @param design        how the sample was drawn
 * @returns             variance ≥ 0 in squared units of z; null when a stratum has a single unit (unless it is the whole
 *                      stratum of the population): one unit shows no spread
 * @throws RangeError if there is not one contribution per row
 * @source Lumley (2010), Complex Surveys, 2.2; R: survey::svyrecvar
 * @example varianceOfTotal([10, 20, 60], surveyDesign({ weights: [10, 10, 20] })) // => 2100
 */
export const varianceOfTotal = (contributions: ArrayLike<number>, design: SurveyDesign): number | null => {
  const spread = centredUnitTotals(contributions, design);
  return spread && spread.reduce((total, z) => total + z * z, 0);
};

/**
 * Design-based covariance matrix of several sums over the sample.
 *
 * @param columns contributions of each row, one list per sum, as for {@link varianceOfTotal}
 * @param design  how the sample was drawn
 * @returns       symmetric matrix, rows in the order of the columns; null as for {@link varianceOfTotal}
 * @throws RangeError if there is not one contribution per row
 * @source R: survey::svyrecvar
 * @example covarianceOfTotals([[1, 2, 6], [1, 0, 0]], surveyDesign({ weights: [1, 1, 1] })) // => [[21, -3], [-3, 1]]
 */
export const covarianceOfTotals = (
  columns: readonly ArrayLike<number>[],
  design: SurveyDesign,
): readonly (readonly number[])[] | null => {
  const spreads: Float64Array[] = [];
  for (const column of columns) {
    const spread = centredUnitTotals(column, design);
    if (!spread) return null;
    spreads.push(spread);
  }
  return spreads.map((a) => spreads.map((b) => a.reduce((total, z, at) => total + z * (b[at] ?? 0), 0)));
};

/** (1 − n/N) · n/(n−1) of a stratum; null when it has a single unit of several. */
export const stratumFactor = ({ units, populationUnits }: Stratum): number | null => {
  if (populationUnits === units) return 0;
  if (units < 2) return null;
  return (populationUnits === null ? 1 : 1 - units / populationUnits) * (units / (units - 1));
};

/** Unit totals minus their stratum's mean, scaled by √factor so that products add up to (co)variances. */
const centredUnitTotals = (contributions: ArrayLike<number>, design: SurveyDesign): Float64Array | null => {
  if (contributions.length !== design.n)
    throw new RangeError(`${contributions.length} contributions for ${design.n} rows`);
  const residuals = design.calibrations.reduce(calibrationResiduals, Float64Array.from(contributions));
  const totals = new Float64Array(design.stratumOfUnit.length);
  design.unitOf.forEach((unit, row) => (totals[unit] = (totals[unit] ?? 0) + (residuals[row] ?? 0)));

  const means = new Float64Array(design.strata.length);
  design.stratumOfUnit.forEach((stratum, unit) => (means[stratum] = (means[stratum] ?? 0) + (totals[unit] ?? 0)));
  const scales: number[] = [];
  for (const [at, stratum] of design.strata.entries()) {
    const factor = stratumFactor(stratum);
    if (factor === null) return null;
    scales.push(Math.sqrt(factor));
    means[at] = (means[at] ?? 0) / stratum.units;
  }
  return totals.map((total, unit) => {
    const stratum = design.stratumOfUnit[unit] ?? 0;
    return (scales[stratum] ?? 0) * (total - (means[stratum] ?? 0));
  });
};
