import { assertSameLength, sum } from '../vector';
import type { Calibration } from './calibration';
import { indexLabels } from './index-labels';

/** How the rows came into the sample; each list has one entry per row. */
export interface SurveyRows {
  /** Design weights ≥ 0, usually 1 / probability of selection. */
  readonly weights: ArrayLike<number>;
  /** Stratum of the row; absent: one stratum. */
  readonly strata?: ArrayLike<number | string>;
  /** Primary sampling unit of the row, nested in its stratum; absent: every row is its own unit. */
  readonly clusters?: ArrayLike<number | string>;
  /** Sampling units in the population of the row's stratum; absent: an infinite population. */
  readonly populationUnits?: ArrayLike<number>;
}

export interface Stratum {
  /** Sampling units in the sample. */
  readonly units: number;
  /** Sampling units in the population; null = infinite. */
  readonly populationUnits: number | null;
}

/** A sample prepared for estimation; make it once with {@link surveyDesign}, use it for every figure. */
export interface SurveyDesign {
  readonly n: number;
  readonly weights: Float64Array;
  readonly sumOfWeights: number;
  /** Index of each row's sampling unit. */
  readonly unitOf: Int32Array;
  /** Index of each unit's stratum. */
  readonly stratumOfUnit: Int32Array;
  readonly strata: readonly Stratum[];
  /** Sampling units minus strata, counting only those that carry weight. */
  readonly df: number;
  /** Adjustments to population totals that the variance must respect, in order. */
  readonly calibrations: readonly Calibration[];
}

/**
 * Describes how a sample was drawn, for variance estimation by ultimate clusters: only the first stage counts, and the
 * same cluster label in two strata means two clusters.
 *
 * @param rows weights, strata, clusters and population sizes, one entry per row
 * @returns    the design with df = units − strata (units without any weight do not count)
 * @throws RangeError if a weight is negative or not finite, lists differ in length, a stratum names two population
 *                    sizes or one smaller than its sample
 * @source Lumley (2010), Complex Surveys, 2-3; R: survey::svydesign(nest = TRUE), degf
 * @example surveyDesign({ weights: [10, 10, 20, 20], strata: ['a', 'a', 'b', 'b'] }).df // => 2
 */
export const surveyDesign = ({ weights, strata, clusters, populationUnits }: SurveyRows): SurveyDesign => {
  const n = weights.length;
  const rowWeights = Float64Array.from(weights);
  rowWeights.forEach((weight, at) => {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weights[${at}] = ${weight}: need a weight ≥ 0`);
  });
  if (strata) assertSameLength(n, strata, 'strata');
  if (clusters) assertSameLength(n, clusters, 'clusters');
  if (populationUnits) assertSameLength(n, populationUnits, 'populationUnits');

  const stratum = strata ? indexLabels(strata) : { indexOf: new Int32Array(n), count: Math.min(1, n) };
  const unit = unitsOf(n, stratum.indexOf, clusters);
  const stratumOfUnit = new Int32Array(unit.count);
  unit.indexOf.forEach((at, row) => (stratumOfUnit[at] = stratum.indexOf[row] ?? 0));
  return {
    n,
    weights: rowWeights,
    sumOfWeights: sum(rowWeights),
    unitOf: unit.indexOf,
    stratumOfUnit,
    strata: describeStrata(stratum, stratumOfUnit, populationUnits),
    df: degreesOfFreedom(rowWeights, unit.indexOf, stratumOfUnit, stratum.count),
    calibrations: [],
  };
};

/** Degrees of freedom of tests on tables, which count units without weight too, as R's svychisq does. */
export const unitsMinusStrata = ({ stratumOfUnit, strata }: SurveyDesign): number =>
  stratumOfUnit.length - strata.length;

interface Indexed {
  readonly indexOf: Int32Array;
  readonly count: number;
}

const unitsOf = (n: number, stratumOf: Int32Array, clusters: SurveyRows['clusters']): Indexed => {
  if (!clusters) return { indexOf: new Int32Array(n).map((_, row) => row), count: n };
  const cluster = indexLabels(clusters);
  return indexLabels(Float64Array.from(cluster.indexOf, (at, row) => (stratumOf[row] ?? 0) * cluster.count + at));
};

const describeStrata = (
  { indexOf, count }: Indexed,
  stratumOfUnit: Int32Array,
  populationUnits: SurveyRows['populationUnits'],
): Stratum[] => {
  const units = new Int32Array(count);
  for (const stratum of stratumOfUnit) units[stratum] = (units[stratum] ?? 0) + 1;
  const populations = new Array<number | null>(count).fill(null);
  if (populationUnits)
    indexOf.forEach((stratum, row) => {
      const size = populationUnits[row] ?? NaN;
      const known = populations[stratum] ?? size;
      if (known !== size) throw new RangeError(`populationUnits[${row}] = ${size}: the stratum has ${known} elsewhere`);
      if (!(size >= (units[stratum] ?? 0)))
        throw new RangeError(`populationUnits[${row}] = ${size}: the sample alone has ${units[stratum]} units`);
      populations[stratum] = size;
    });
  return populations.map((populationSize, at) => ({ units: units[at] ?? 0, populationUnits: populationSize }));
};

const degreesOfFreedom = (
  weights: Float64Array,
  unitOf: Int32Array,
  stratumOfUnit: Int32Array,
  strata: number,
): number => {
  const carriesWeight = new Uint8Array(stratumOfUnit.length);
  weights.forEach((weight, row) => {
    if (weight > 0) carriesWeight[unitOf[row] ?? 0] = 1;
  });
  const stratumCarries = new Uint8Array(strata);
  carriesWeight.forEach((carries, unit) => {
    if (carries) stratumCarries[stratumOfUnit[unit] ?? 0] = 1;
  });
  return sum(carriesWeight) - sum(stratumCarries);
};
