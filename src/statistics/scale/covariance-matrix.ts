import { Matrix } from 'ml-matrix';
import { assertFinite, assertSameLength, sum } from '../vector';

/**
 * Covariances of items, divisor n − 1.
 *
 * @param items one list of answers per item, complete cases
 * @returns     symmetric matrix; null with fewer than two respondents
 * @throws RangeError if lengths differ or an answer is not finite
 */
export const covarianceMatrix = (items: readonly ArrayLike<number>[]): Matrix | null => {
  const n = items[0]?.length ?? 0;
  const centred = items.map((item, at) => {
    assertSameLength(n, item, `items[${at}]`);
    assertFinite(item, `items[${at}]`);
    const mean = sum(item) / n;
    return Float64Array.from(item, (value) => value - mean);
  });
  if (n < 2) return null;
  const matrix = new Matrix(centred);
  return matrix.mmul(matrix.transpose()).div(n - 1);
};

/** Correlations from covariances; null when an item does not vary. */
export const toCorrelations = (covariances: Matrix): Matrix | null => {
  const sds = covariances.diagonal().map(Math.sqrt);
  if (sds.some((sd) => !(sd > 0))) return null;
  return new Matrix(sds.map((a, i) => sds.map((b, j) => (i === j ? 1 : covariances.get(i, j) / (a * b)))));
};

/** Distances that rounding leaves of exactly dependent items, as a share of an item's variance. */
const DEPENDENT = 1e-10;

/**
 * Squared multiple correlation of each item with the others, 1 − 1/(R⁻¹)ᵢᵢ.
 *
 * @param correlations correlation matrix
 * @returns            shares in [0, 1]; null when items are linearly dependent
 */
export const squaredMultipleCorrelations = (correlations: Matrix): readonly number[] | null =>
  inverseOfCorrelations(correlations)
    ?.diagonal()
    .map((value) => 1 - 1 / value) ?? null;

/**
 * Inverse of a correlation matrix by Cholesky factorisation.
 *
 * @returns null when an item is a linear combination of others; {@link firstDependentItem} says which
 */
export const inverseOfCorrelations = (correlations: Matrix): Matrix | null => {
  if (firstDependentItem(correlations) !== null) return null;
  const size = correlations.rows;
  const lower = cholesky(correlations);
  const inverse = Matrix.eye(size);
  for (let column = 0; column < size; column++) {
    for (let row = 0; row < size; row++) {
      let value = inverse.get(row, column);
      for (let k = 0; k < row; k++) value -= lower.get(row, k) * inverse.get(k, column);
      inverse.set(row, column, value / lower.get(row, row));
    }
  }
  return inverse.transpose().mmul(inverse);
};

/** Index of the first item that the items before it determine; null when there is none. */
export const firstDependentItem = (correlations: Matrix): number | null => {
  const lower = cholesky(correlations);
  const at = lower.diagonal().findIndex((pivot) => !(pivot * pivot > DEPENDENT));
  return at === -1 ? null : at;
};

/** ln|R|; null when an item is a linear combination of others. */
export const logDeterminant = (correlations: Matrix): number | null =>
  firstDependentItem(correlations) === null
    ? cholesky(correlations)
        .diagonal()
        .reduce((total, pivot) => total + 2 * Math.log(pivot), 0)
    : null;

/** Lower triangle; stops with a zero pivot at the first dependent row. */
const cholesky = (matrix: Matrix): Matrix => {
  const lower = Matrix.zeros(matrix.rows, matrix.rows);
  for (let row = 0; row < matrix.rows; row++)
    for (let column = 0; column <= row; column++) {
      let value = matrix.get(row, column);
      for (let k = 0; k < column; k++) value -= lower.get(row, k) * lower.get(column, k);
      if (row !== column) lower.set(row, column, value / lower.get(column, column));
      else if (!(value > DEPENDENT)) return lower;
      else lower.set(row, row, Math.sqrt(value));
    }
  return lower;
};
