import { covarianceMatrix, firstDependentItem, toCorrelations } from '../scale/covariance-matrix';
import { assertSameLength } from '../vector';
import { relativeWeights } from './relative-weights';
import { shapleyValues } from './shapley-values';
import { standardisedCoefficients } from './standardised-coefficients';
import { subsetR2 } from './subset-r2';

export interface KeyDriver {
  /** Share of the outcome's variance by Lindeman, Merenda & Gold (Shapley value); the drivers' shares add up to R². */
  readonly lmg: number;
  /** The same as a percentage of R². */
  readonly lmgPercent: number;
  /** Johnson's relative weight; adds up to R² as well, close to but not equal to LMG. */
  readonly relativeWeight: number;
  readonly relativeWeightPercent: number;
  /** R² of this driver alone. */
  readonly alone: number;
  /** What R² loses without this driver. */
  readonly last: number;
  readonly standardisedCoefficient: number;
  /** Standardised coefficient × correlation; may be negative. */
  readonly pratt: number;
  /** Correlation with the outcome. */
  readonly correlation: number;
}

/**
 * Key driver analysis: which of several correlated aspects goes with an outcome, and how much. LMG averages what each
 * driver adds to R² over all orders of entering; it shows association, not cause.
 *
 * @param outcome one value per respondent, complete cases
 * @param drivers one list per driver, at most 16
 * @returns       n, R² and one entry per driver in their order; null when the outcome or a driver is constant, or drivers
 *                are linearly dependent ({@link dependentItem} says which)
 * @throws RangeError if there are no drivers or more than 16, lengths differ or a value is not finite
 * @source Lindeman, Merenda & Gold (1980); Grömping (2007), American Statistician 61, 139-147; Johnson (2000),
 *         Multivariate Behavioral Research 35, 1-19; R: relaimpo::calc.relimp(type = "lmg")
 * @example keyDrivers([1, 3, 2, 5, 4], [[1, 2, 3, 4, 5], [2, 1, 2, 4, 4]])?.drivers[0]?.lmg // => 0.3935
 */
export const keyDrivers = (
  outcome: ArrayLike<number>,
  drivers: readonly ArrayLike<number>[],
): { readonly n: number; readonly r2: number; readonly drivers: readonly KeyDriver[] } | null => {
  if (drivers.length === 0) throw new RangeError('A driver analysis needs a driver');
  drivers.forEach((driver, at) => {
    assertSameLength(outcome.length, driver, `drivers[${at}]`);
  });
  const covariances = covarianceMatrix([...drivers, outcome]);
  const correlations = covariances && toCorrelations(covariances);
  if (!correlations) return null;
  const k = drivers.length;
  const among = correlations.subMatrix(0, k - 1, 0, k - 1);
  if (firstDependentItem(among) !== null) return null;
  const withY = correlations.getColumn(k).slice(0, k);

  const shares = subsetR2(correlations.to2DArray());
  if (shares === null) return null;
  const r2 = shares[shares.length - 1] ?? 0;
  const ones = new Float64Array(outcome.length).fill(1);
  const betas = standardisedCoefficients([ones, ...drivers], outcome).slice(1);
  const weights = relativeWeights(among, withY);
  const lmgs = shapleyValues(shares, k);
  return {
    n: outcome.length,
    r2,
    drivers: withY.map((r, at) =>
      driverOf({ shares, lmg: lmgs[at] ?? 0, r2, at, r, beta: betas[at] ?? 0, weight: weights[at] ?? 0 }),
    ),
  };
};

interface Parts {
  readonly shares: Float64Array;
  readonly lmg: number;
  readonly r2: number;
  readonly at: number;
  readonly r: number;
  readonly beta: number;
  readonly weight: number;
}

const driverOf = ({ shares, lmg, r2, at, r, beta, weight }: Parts): KeyDriver => {
  const percent = (part: number): number => (r2 === 0 ? 0 : (100 * part) / r2);
  return {
    lmg,
    lmgPercent: percent(lmg),
    relativeWeight: weight,
    relativeWeightPercent: percent(weight),
    alone: shares[1 << at] ?? 0,
    last: r2 - (shares[(shares.length - 1) ^ (1 << at)] ?? 0),
    standardisedCoefficient: beta,
    pratt: beta * r,
    correlation: r,
  };
};
