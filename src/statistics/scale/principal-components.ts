import { Matrix } from 'ml-matrix';
import { covarianceMatrix, toCorrelations } from './covariance-matrix';
import { descendingEigen } from './descending-eigen';
import { communalitiesOf, facePositive, type Loadings } from './loadings';

export interface PrincipalComponents {
  readonly n: number;
  /** All of them, descending; they add up to the number of items. */
  readonly eigenvalues: readonly number[];
  readonly percentOfVariance: readonly number[];
  readonly cumulativePercent: readonly number[];
  /** Kaiser's criterion. */
  readonly eigenvaluesAboveOne: number;
  /** Items × components, unrotated. */
  readonly loadings: Loadings;
  readonly communalities: readonly number[];
}

/**
 * Principal components of the correlation matrix.
 *
 * @param items      one list of answers per item, complete cases
 * @param components how many to keep, 1 … number of items
 * @returns          loadings = eigenvector × √eigenvalue, every column turned so that its sum is not negative; null with
 *                   fewer than two respondents or when an item is constant
 * @throws RangeError if components is out of range, lengths differ or an answer is not finite
 * @source Jolliffe (2002), Principal Component Analysis; R: eigen(cor(X))
 * @example principalComponents([[1, 2, 3, 4, 5], [2, 1, 4, 3, 5]], 1)?.eigenvalues // => [1.8, 0.2]
 */
export const principalComponents = (
  items: readonly ArrayLike<number>[],
  components: number,
): PrincipalComponents | null => {
  const k = items.length;
  if (!Number.isInteger(components) || components < 1 || components > k)
    throw new RangeError(`${components} components of ${k} items`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  if (!correlations) return null;
  const { values, vectors } = descendingEigen(correlations);
  const loadings = facePositive(
    new Matrix(
      items.map((_, i) =>
        Array.from({ length: components }, (__, m) => vectors.get(i, m) * Math.sqrt(Math.max(0, values[m] ?? 0))),
      ),
    ),
  );
  const percentOfVariance = values.map((value) => (100 * value) / k);
  let cumulated = 0;
  return {
    n: items[0]?.length ?? 0,
    eigenvalues: values,
    percentOfVariance,
    cumulativePercent: percentOfVariance.map((percent) => (cumulated += percent)),
    eigenvaluesAboveOne: values.filter((value) => value > 1).length,
    loadings: loadings.to2DArray(),
    communalities: communalitiesOf(loadings),
  };
};
