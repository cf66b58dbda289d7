import { Matrix } from 'ml-matrix';
import { columnOrder, facePositive, normaliseRows, restoreRows, sumsOfSquares, type Loadings } from './loadings';

const MOST_SWEEPS = 1000;
/** Largest angle in a sweep at which the rotation has converged, in radians. */
const CONVERGED = 1e-14;

/**
 * Varimax rotation with Kaiser normalisation: turns factors rigidly until each has a few large loadings and many small
 * ones, pair of factors by pair.
 *
 * @param loadings unrotated loadings, items × factors
 * @returns        rotated loadings, columns ordered by their sums of squares (given as well) and turned so that their sums
 *                 are not negative
 * @throws RangeError if there are no loadings
 * @source Kaiser (1958), Psychometrika 23, 187-200; R: varimax(normalize = TRUE)
 * @example varimax([[0.7, 0.7], [0.7, -0.7]]).loadings // => [[0.99, 0], [0, 0.99]]
 */
export const varimax = (
  loadings: Loadings,
): { readonly loadings: Loadings; readonly sumsOfSquares: readonly number[] } => {
  if (loadings.length === 0) throw new RangeError('No loadings to rotate');
  const { unit, lengths } = normaliseRows(new Matrix(loadings.map((row) => [...row])));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let largest = 0;
    for (let a = 0; a < unit.columns; a++)
      for (let b = a + 1; b < unit.columns; b++) largest = Math.max(largest, Math.abs(turnPair(unit, a, b)));
    if (largest < CONVERGED) break;
  }
  const rotated = restoreRows(unit, lengths);
  const ordered = facePositive(rotated.subMatrixColumn(columnOrder(rotated)));
  return { loadings: ordered.to2DArray(), sumsOfSquares: sumsOfSquares(ordered) };
};

/** Turns two columns to the maximum of the criterion in their plane; returns the angle. */
const turnPair = (matrix: Matrix, a: number, b: number): number => {
  let [sumU, sumV, sumDifference, sumProduct] = [0, 0, 0, 0];
  for (let row = 0; row < matrix.rows; row++) {
    const [x, y] = [matrix.get(row, a), matrix.get(row, b)];
    const [u, v] = [x * x - y * y, 2 * x * y];
    sumU += u;
    sumV += v;
    sumDifference += u * u - v * v;
    sumProduct += 2 * u * v;
  }
  const numerator = sumProduct - (2 * sumU * sumV) / matrix.rows;
  const denominator = sumDifference - (sumU * sumU - sumV * sumV) / matrix.rows;
  const angle = Math.atan2(numerator, denominator) / 4;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let row = 0; row < matrix.rows; row++) {
    const [x, y] = [matrix.get(row, a), matrix.get(row, b)];
    matrix.set(row, a, x * cos + y * sin);
    matrix.set(row, b, y * cos - x * sin);
  }
  return angle;
};
