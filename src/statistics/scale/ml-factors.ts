import { chiSquareUpper } from '../distributions/chi-square';
import { covarianceMatrix, squaredMultipleCorrelations, toCorrelations } from './covariance-matrix';
import { fitMlFactors } from './fit-ml-factors';
import { facePositive, type Loadings } from './loadings';

export interface MlFactors {
  readonly n: number;
  /** Share of each item's variance that the factors leave; at least 0.005, where a Heywood case stops. */
  readonly uniquenesses: readonly number[];
  readonly communalities: readonly number[];
  /** Items × factors, unrotated, in canonical form (LᵀΨ⁻¹L diagonal and descending). */
  readonly loadings: Loadings;
  /** Minimum of the discrepancy ln|Σ| + tr(SΣ⁻¹) − ln|S| − k. */
  readonly objective: number;
  /** Test that this many factors suffice, with Bartlett's correction; null without degrees of freedom. */
  readonly test: { readonly chiSquare: number; readonly df: number; readonly p: number } | null;
}

/**
 * Maximum likelihood factor analysis of the correlation matrix.
 *
 * @param items   one list of answers per item, complete cases
 * @param factors how many, ≥ 1, not more than the items can determine: (k − f)² ≥ k + f
 * @returns       null when an item is constant or linearly dependent ({@link dependentItem} says which) or no minimum is
 *                reached
 * @throws RangeError if factors is out of range, lengths differ or an answer is not finite
 * @source Lawley & Maxwell (1971), Factor Analysis as a Statistical Method; R: factanal(rotation = "none")
 * @example mlFactors([[5, 4, 5, 3, 2, 4], [4, 3, 2, 1, 1, 2], [5, 5, 5, 4, 3, 1]], 1)?.uniquenesses // => [0.3044, 0.1782, 0.7591]
 */
export const mlFactors = (items: readonly ArrayLike<number>[], factors: number): MlFactors | null => {
  const k = items.length;
  const df = ((k - factors) ** 2 - k - factors) / 2;
  if (!Number.isInteger(factors) || factors < 1 || df < 0)
    throw new RangeError(`${factors} factors cannot be determined from ${k} items`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  const smc = correlations && squaredMultipleCorrelations(correlations);
  const fit = smc && fitMlFactors(correlations, factors, smc);
  if (!fit) return null;
  const n = items[0]?.length ?? 0;
  const chiSquare = (n - 1 - (2 * k + 5) / 6 - (2 * factors) / 3) * fit.objective;
  return {
    n,
    uniquenesses: fit.uniquenesses,
    communalities: fit.uniquenesses.map((unique) => 1 - unique),
    loadings: facePositive(fit.loadings).to2DArray(),
    objective: fit.objective,
    test: df === 0 || chiSquare < 0 ? null : { chiSquare, df, p: chiSquareUpper(chiSquare, df) },
  };
};
