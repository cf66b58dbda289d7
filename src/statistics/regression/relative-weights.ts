import type { Matrix } from 'ml-matrix';
import { descendingEigen } from '../scale/descending-eigen';

/**
 * Johnson's relative weights: R² shared out through the orthogonal variables nearest to the predictors.
 *
 * @param among positive definite correlation matrix of the predictors
 * @param withY correlations of the predictors with the outcome
 * @returns     one share per predictor, adding up to R²
 * @source Johnson (2000), Multivariate Behavioral Research 35, 1-19
 */
export const relativeWeights = (among: Matrix, withY: readonly number[]): readonly number[] => {
  const { values, vectors } = descendingEigen(among);
  const power =
    (exponent: number) =>
    (i: number, j: number): number =>
      values.reduce((total, value, m) => total + value ** exponent * vectors.get(i, m) * vectors.get(j, m), 0);
  const [root, inverseRoot] = [power(0.5), power(-0.5)];
  const slopes = withY.map((_, i) => withY.reduce((total, r, j) => total + inverseRoot(i, j) * r, 0));
  return withY.map((_, i) => slopes.reduce((total, slope, j) => total + root(i, j) ** 2 * slope ** 2, 0));
};
