import { Matrix } from 'ml-matrix';
import { covarianceMatrix, squaredMultipleCorrelations, toCorrelations } from './covariance-matrix';
import { descendingEigen } from './descending-eigen';
import { communalitiesOf, facePositive, type Loadings } from './loadings';

export interface PrincipalAxisFactors {
  readonly n: number;
  /** Squared multiple correlations, where the iteration starts. */
  readonly initialCommunalities: readonly number[];
  readonly communalities: readonly number[];
  /** Of the correlation matrix with communalities on its diagonal, one per factor. */
  readonly eigenvalues: readonly number[];
  /** Items × factors, unrotated. */
  readonly loadings: Loadings;
}

const MOST_ROUNDS = 20_000;
/** Largest change of a communality at which the solution has converged; SPSS and psych stop at 1e-3. */
const CONVERGED = 1e-14;

/**
 * Principal axis factoring: factors that explain what items share, iterated until the communalities stand still.
 *
 * @param items   one list of answers per item, complete cases
 * @param factors how many, 1 … number of items − 1
 * @returns       null when an item is constant or linearly dependent ({@link dependentItem} says which), or when a
 *                communality exceeds 1 (Heywood case) or does not settle
 * @throws RangeError if factors is out of range, lengths differ or an answer is not finite
 * @source Gorsuch (1983), Factor Analysis, 6; R: psych::fa(fm = "pa", rotate = "none")
 * @example principalAxisFactors([[5, 4, 5, 3, 2, 4], [4, 3, 2, 1, 1, 2], [5, 5, 5, 4, 3, 1]], 1)?.communalities // => [0.6956, 0.8218, 0.2409]
 */
export const principalAxisFactors = (
  items: readonly ArrayLike<number>[],
  factors: number,
): PrincipalAxisFactors | null => {
  if (!Number.isInteger(factors) || factors < 1 || factors >= items.length)
    throw new RangeError(`${factors} factors of ${items.length} items`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  const initial = correlations && squaredMultipleCorrelations(correlations);
  if (!correlations || !initial) return null;

  let communalities = initial;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { loadings, values } = reducedSolution(correlations, communalities, factors);
    const next = communalitiesOf(loadings);
    const change = next.reduce((most, value, at) => Math.max(most, Math.abs(value - (communalities[at] ?? 0))), 0);
    communalities = next;
    if (next.some((value) => !(value <= 1))) return null;
    if (change < CONVERGED * 10)
      return {
        n: items[0]?.length ?? 0,
        initialCommunalities: initial,
        communalities,
        eigenvalues: values.slice(0, factors),
        loadings: facePositive(loadings).to2DArray(),
      };
  }
  return null;
};

const reducedSolution = (correlations: Matrix, communalities: readonly number[], factors: number) => {
  const reduced = new Matrix(correlations);
  communalities.forEach((value, at) => reduced.set(at, at, value));
  const { values, vectors } = descendingEigen(reduced);
  const loadings = new Matrix(
    communalities.map((_, i) =>
      Array.from({ length: factors }, (__, m) => vectors.get(i, m) * Math.sqrt(Math.max(0, values[m] ?? 0))),
    ),
  );
  return { loadings, values };
};
