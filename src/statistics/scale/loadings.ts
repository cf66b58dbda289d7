import { Matrix } from 'ml-matrix';

/** Loadings of items (rows) on factors (columns). */
export type Loadings = readonly (readonly number[])[];

/** Turns every column so that its sum is not negative: a factor's direction is arbitrary. */
export const facePositive = (loadings: Matrix): Matrix => {
  const turned = new Matrix(loadings);
  for (let column = 0; column < turned.columns; column++)
    if (turned.getColumn(column).reduce((total, value) => total + value, 0) < 0) turned.mulColumn(column, -1);
  return turned;
};

/** Sum of squared loadings of each column. */
export const sumsOfSquares = (loadings: Matrix): number[] => loadings.clone().pow(2).sum('column');

/** Σ of squared loadings of each item: the share of its variance that the factors explain. */
export const communalitiesOf = (loadings: Matrix): number[] => loadings.clone().pow(2).sum('row');

/** Positions of the columns in descending order of their sums of squares. */
export const columnOrder = (loadings: Matrix): number[] => {
  const sums = sumsOfSquares(loadings);
  return sums.map((_, at) => at).sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
};

/** Each row divided by its length, as Kaiser's normalisation asks, and the lengths to undo it. */
export const normaliseRows = (loadings: Matrix): { readonly unit: Matrix; readonly lengths: readonly number[] } => {
  const lengths = communalitiesOf(loadings).map((square) => Math.sqrt(square) || 1);
  const unit = new Matrix(loadings);
  lengths.forEach((length, row) => unit.mulRow(row, 1 / length));
  return { unit, lengths };
};

/** Undoes {@link normaliseRows}. */
export const restoreRows = (unit: Matrix, lengths: readonly number[]): Matrix => {
  const loadings = new Matrix(unit);
  lengths.forEach((length, row) => loadings.mulRow(row, length));
  return loadings;
};
