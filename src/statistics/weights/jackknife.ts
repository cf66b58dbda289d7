import { dot, sum } from '../vector';
import { domainOf } from './domain';
import type { SurveyDesign } from './survey-design';
import { stratumFactor } from './variance-of-totals';

export interface Jackknife {
  /** Rows with a value. */
  readonly n: number;
  /** One replicate per sampling unit. */
  readonly replicates: number;
  readonly mean: number;
  readonly meanSe: number | null;
  readonly total: number;
  readonly totalSe: number | null;
}

/**
 * Jackknife standard errors of a weighted mean and total: each sampling unit is left out in turn and the others of its
 * stratum carry its weight; the spread of the estimates (around their own mean) is the variance.
 *
 * @param values one per row; null = no answer or outside the domain
 * @param design how the sample was drawn; one stratum gives R's JK1, several JKn
 * @returns      estimates in the unit of the values; null when no row with a value carries weight; standard errors null
 *               when a stratum has a single unit or a replicate keeps no weight
 * @throws RangeError if lengths differ or a value is not finite
 * @source Wolter (2007), Introduction to Variance Estimation, 4; R: survey::as.svrepdesign(type = "JK1" | "JKn")
 * @example jackknife([1, 2, 5], surveyDesign({ weights: [1, 1, 2] }))?.meanSe // => 1.5674
 */
export const jackknife = (values: ArrayLike<number | null>, design: SurveyDesign): Jackknife | null => {
  const domain = domainOf(values, design);
  if (!(domain.sumOfWeights > 0)) return null;
  const total = dot(domain.values, domain.weights);
  const byUnit = (rows: Float64Array): Float64Array => {
    const totals = new Float64Array(design.stratumOfUnit.length);
    design.unitOf.forEach((unit, row) => (totals[unit] = (totals[unit] ?? 0) + (rows[row] ?? 0)));
    return totals;
  };
  const totals = leaveOneOut(byUnit(domain.values.map((value, row) => value * (domain.weights[row] ?? 0))), design);
  const sizes = leaveOneOut(byUnit(domain.weights), design);
  const means = totals.map((value, unit) => value / (sizes[unit] ?? 0));
  return {
    n: domain.n,
    replicates: totals.length,
    mean: total / domain.sumOfWeights,
    meanSe: spreadOf(means, design),
    total,
    totalSe: spreadOf(totals, design),
  };
};

/** Estimated total without each unit, its stratum scaled up by n/(n − 1). */
const leaveOneOut = (unitTotals: Float64Array, { stratumOfUnit, strata }: SurveyDesign): Float64Array => {
  const stratumTotals = new Float64Array(strata.length);
  unitTotals.forEach((value, unit) => {
    const stratum = stratumOfUnit[unit] ?? 0;
    stratumTotals[stratum] = (stratumTotals[stratum] ?? 0) + value;
  });
  const all = sum(unitTotals);
  return unitTotals.map((value, unit) => {
    const stratum = stratumOfUnit[unit] ?? 0;
    const [n, whole] = [strata[stratum]?.units ?? 0, stratumTotals[stratum] ?? 0];
    return all - whole + ((whole - value) * n) / (n - 1);
  });
};

const spreadOf = (replicates: Float64Array, { stratumOfUnit, strata }: SurveyDesign): number | null => {
  const mean = sum(replicates) / replicates.length;
  if (!Number.isFinite(mean)) return null;
  const scales = strata.map((stratum) => {
    const factor = stratumFactor(stratum);
    return factor === null ? null : factor * ((stratum.units - 1) / stratum.units) ** 2;
  });
  if (scales.includes(null)) return null;
  const variance = replicates.reduce(
    (total, value, unit) => total + (scales[stratumOfUnit[unit] ?? 0] ?? 0) * (value - mean) ** 2,
    0,
  );
  return Math.sqrt(variance);
};
