import { Matrix, QrDecomposition } from 'ml-matrix';
import { dot } from '../vector';

/** Part of a column's length that must remain after the columns before it are taken out; R's lm uses the same. */
const TOLERANCE = 1e-7;

export interface LeastSquares {
  /** One per column; null = the column is constant 0 or a linear combination of columns before it, and was left out. */
  readonly coefficients: readonly (number | null)[];
  /** Indices of the columns that stayed. */
  readonly kept: readonly number[];
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** (XᵀWX)⁻¹ of the columns that stayed. */
  readonly inverse: readonly (readonly number[])[];
}

/**
 * Weighted least squares through a Householder QR factorisation of √W·X, which loses half as many digits as normal
 * equations. Columns are scaled to length 1 first.
 *
 * @param columns design columns, the intercept's column of ones included
 * @param y       outcome, one per row
 * @param weights ≥ 0; absent = all 1
 * @returns       coefficients and what follows from them; a collinear column gets the coefficient null
 * @throws RangeError if there are fewer rows than columns that stay
 * @source Golub & Van Loan (2013), Matrix Computations, 5.3; factorisation by ml-matrix
 */
export const leastSquares = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): LeastSquares => {
  const roots = weights && Float64Array.from(weights, Math.sqrt);
  const scaled = columns.map((column) => scaleToUnit(column, roots));
  const { kept, qr } = independentColumns(scaled.map(({ unit }) => unit));
  const target = Float64Array.from(y, (value, row) => value * (roots?.[row] ?? 1));
  const norms = kept.map((at) => scaled[at]?.norm ?? 1);

  const solution = kept.length === 0 ? [] : qr.solve(Matrix.columnVector(target)).to1DArray();
  const coefficients = new Array<number | null>(columns.length).fill(null);
  kept.forEach((at, position) => (coefficients[at] = (solution[position] ?? 0) / (norms[position] ?? 1)));
  const fitted = Float64Array.from(y, () => 0);
  columns.forEach((column, at) => {
    const coefficient = coefficients[at] ?? 0;
    if (coefficient !== 0)
      for (let row = 0; row < fitted.length; row++) fitted[row] = (fitted[row] ?? 0) + coefficient * (column[row] ?? 0);
  });
  return {
    coefficients,
    kept,
    fitted,
    residuals: fitted.map((value, row) => (y[row] ?? 0) - value),
    inverse: kept.length === 0 ? [] : inverseOfSquare(qr, norms),
  };
};

const scaleToUnit = (column: ArrayLike<number>, roots: Float64Array | undefined) => {
  const weighted = Float64Array.from(column, (value, row) => value * (roots?.[row] ?? 1));
  const norm = Math.sqrt(dot(weighted, weighted));
  return { norm, unit: norm === 0 ? weighted : weighted.map((value) => value / norm) };
};

/** Factorises, leaves out the first column that depends on those before it, and tries again until none does. */
const independentColumns = (units: readonly Float64Array[]): { kept: number[]; qr: QrDecomposition } => {
  const kept = units.map((_, at) => at);
  for (;;) {
    const rows = units[0]?.length ?? 0;
    if (kept.length > rows) throw new RangeError(`${kept.length} coefficients cannot be estimated from ${rows} rows`);
    const matrix = new Matrix(kept.map((at) => units[at] ?? new Float64Array())).transpose();
    const qr = new QrDecomposition(kept.length === 0 ? new Matrix(1, 1) : matrix);
    const triangle = kept.length === 0 ? [] : qr.upperTriangularMatrix.diagonal();
    const dependent = triangle.findIndex((value) => !(Math.abs(value) > TOLERANCE));
    if (dependent === -1) return { kept, qr };
    kept.splice(dependent, 1);
  }
};

const inverseOfSquare = (qr: QrDecomposition, norms: readonly number[]): number[][] => {
  const half = new QrDecomposition(qr.upperTriangularMatrix).solve(Matrix.eye(norms.length));
  const inverse = half.mmul(half.transpose());
  return norms.map((a, row) => norms.map((b, column) => inverse.get(row, column) / (a * b)));
};
