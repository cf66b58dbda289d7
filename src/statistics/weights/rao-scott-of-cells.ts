import { raoScottOfTable, type RaoScottTest, type WeightedTable } from './rao-scott-of-table';

/** Sums over the respondents of each cell, row-major. */
export interface WeightedCells {
  readonly rows: number;
  readonly columns: number;
  /** Respondents. */
  readonly n: ArrayLike<number>;
  /** Σ weight. */
  readonly weight: ArrayLike<number>;
  /** Σ weight². */
  readonly weightSquared: ArrayLike<number>;
}

/**
 * Rao-Scott test from the sums of the cells alone: where respondents were drawn one by one, without strata, the
 * covariance of the cell totals is n/(n − 1) (diag Σw² − t tᵀ/n), so that a million rows need no second pass.
 *
 * @param cells      sums of each cell; rows and columns without weight are dropped
 * @param sampleSize all respondents of the sample, those outside the table included
 * @returns          as raoScottTest; null when the table is not at least 2 × 2
 * @throws RangeError if the sample is smaller than the table
 * @source Rao & Scott (1984), Annals of Statistics 12, 46-60; R: survey::svychisq(statistic = "F") with svydesign(ids = ~1)
 * @example raoScottOfCells({ rows: 2, columns: 2, n: [2, 1, 1, 2], weight: [2, 1, 1, 2], weightSquared: [2, 1, 1, 2] }, 6)?.p // => 0.48959
 */
export const raoScottOfCells = (cells: WeightedCells, sampleSize: number): RaoScottTest | null => {
  const { table, squares } = withoutEmpty(cells);
  if (sampleSize < table.n) throw new RangeError(`${sampleSize} respondents of the sample, ${table.n} in the table`);
  if (table.rows < 2 || table.columns < 2 || sampleSize < 2) return null;
  return raoScottOfTable(table, covarianceOf(table.weightedCounts, squares, sampleSize), sampleSize - 1);
};

const covarianceOf = (totals: Float64Array, squares: Float64Array, n: number): Float64Array => {
  const cells = totals.length;
  const factor = n / (n - 1);
  const covariance = new Float64Array(cells * cells);
  for (let a = 0; a < cells; a += 1) {
    for (let b = 0; b < cells; b += 1) covariance[a * cells + b] = (-factor * (totals[a] ?? 0) * (totals[b] ?? 0)) / n;
    covariance[a * cells + a] = (covariance[a * cells + a] ?? 0) + factor * (squares[a] ?? 0);
  }
  return covariance;
};

const withoutEmpty = ({ rows, columns, n, weight, weightSquared }: WeightedCells) => {
  const at = (row: number, column: number): number => row * columns + column;
  const rowsKept = range(rows).filter((row) => range(columns).some((column) => (weight[at(row, column)] ?? 0) > 0));
  const columnsKept = range(columns).filter((column) => range(rows).some((row) => (weight[at(row, column)] ?? 0) > 0));
  const kept = rowsKept.flatMap((row) => columnsKept.map((column) => at(row, column)));
  const take = (list: ArrayLike<number>): Float64Array => Float64Array.from(kept, (cell) => list[cell] ?? 0);
  const weightedCounts = take(weight);
  const table: WeightedTable = {
    rows: rowsKept.length,
    columns: columnsKept.length,
    n: take(n).reduce((sum, count) => sum + count, 0),
    weightedCounts,
    sumOfWeights: weightedCounts.reduce((sum, total) => sum + total, 0),
  };
  return { table, squares: take(weightSquared) };
};

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
