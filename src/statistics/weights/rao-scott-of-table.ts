import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';
import { chiSquareUpper } from '../distributions/chi-square';
import { fUpper } from '../distributions/f';
import type { SurveyTable } from './survey-table';

/** A weighted two-way table without empty rows and columns. */
export type WeightedTable = Omit<SurveyTable, 'cellOf'>;

export interface RaoScottTest {
  /** Sample rows with both answers. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Weighted Pearson statistic, scaled to n. */
  readonly chiSquare: number;
  readonly df: number;
  /** First-order correction: the statistic divided by the mean generalised design effect. */
  readonly firstOrderP: number;
  /** Second-order correction (Satterthwaite). */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * The Rao-Scott test of a table whose cell totals have the given covariance.
 *
 * @param table            at least 2 × 2
 * @param covariance       of Σw of the cells, cells × cells, row-major
 * @param unitsMinusStrata degrees of freedom of the design, at least 1
 * @returns                null when an empty cell leaves a contrast without any answer
 * @source Rao & Scott (1984), Annals of Statistics 12, 46-60; Thomas & Rao (1987)
 */
export const raoScottOfTable = (
  table: WeightedTable,
  covariance: Float64Array,
  unitsMinusStrata: number,
): RaoScottTest | null => {
  const effects = designEffects(table, covariance);
  if (!effects) return null;
  const chiSquare = scaledChiSquare(table);
  const df = (table.rows - 1) * (table.columns - 1);
  const f = chiSquare / effects.sum;
  const df1 = effects.sum ** 2 / effects.sumOfSquares;
  const df2 = df1 * unitsMinusStrata;
  return {
    n: table.n,
    sumOfWeights: table.sumOfWeights,
    chiSquare,
    df,
    firstOrderP: chiSquareUpper(chiSquare / (effects.sum / df), df),
    f,
    df1,
    df2,
    p: fUpper(f, df1, df2),
  };
};

/** Pearson's statistic of the weighted table as if it held n answers. */
const scaledChiSquare = ({ rows, columns, weightedCounts, sumOfWeights, n }: WeightedTable): number => {
  const rowTotals = new Float64Array(rows);
  const columnTotals = new Float64Array(columns);
  weightedCounts.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    rowTotals[row] = (rowTotals[row] ?? 0) + count;
    columnTotals[column] = (columnTotals[column] ?? 0) + count;
  });
  const statistic = weightedCounts.reduce((total, count, cell) => {
    const expected =
      ((rowTotals[Math.floor(cell / columns)] ?? 0) * (columnTotals[cell % columns] ?? 0)) / sumOfWeights;
    return total + (count - expected) ** 2 / expected;
  }, 0);
  return (statistic * n) / sumOfWeights;
};

/** Sum and sum of squares of the generalised design effects δ: traces of Δ = (Cᵀ D⁻¹ C / n)⁻¹ Cᵀ D⁻¹ V D⁻¹ C and of Δ². */
const designEffects = (
  { rows, columns, weightedCounts, sumOfWeights, n }: WeightedTable,
  covariance: Float64Array,
): { sum: number; sumOfSquares: number } | null => {
  const shares = weightedCounts.map((count) => count / sumOfWeights);
  const inverse = Matrix.diag(Array.from(shares, (share) => (share > 0 ? 1 / share : 0)));
  const contrasts = interactionContrasts(rows, columns);
  const scaled = inverse.mmul(contrasts);
  const independent = contrasts.transpose().mmul(scaled).div(n);
  const actual = scaled
    .transpose()
    .mmul(covarianceOfShares(covariance, shares, sumOfWeights))
    .mmul(scaled);
  const delta = solveOrNull(independent, actual);
  if (!delta) return null;
  const sum = delta.trace();
  return sum > 0 ? { sum, sumOfSquares: delta.mmul(delta).trace() } : null;
};

/** Below this ratio of eigenvalues a matrix is singular but for rounding. */
const SINGULAR = 1e-10;

/** Null when singular: empty cells leave a contrast without any answer, and rounding would make up an effect. */
const solveOrNull = (left: Matrix, right: Matrix): Matrix | null => {
  const { realEigenvalues } = new EigenvalueDecomposition(left, { assumeSymmetric: true });
  return Math.min(...realEigenvalues) > SINGULAR * Math.max(...realEigenvalues) ? solve(left, right) : null;
};

/** From Σw of the cells to their shares: V = A C Aᵀ with A = (I − p 1ᵀ)/ΣW. */
const covarianceOfShares = (covariance: Float64Array, shares: Float64Array, sumOfWeights: number): Matrix => {
  const cells = shares.length;
  const raw = Matrix.from1DArray(cells, cells, covariance);
  const rowSums = raw.sum('row');
  const all = raw.sum();
  const result = new Matrix(cells, cells);
  shares.forEach((p, a) => {
    shares.forEach((q, b) => {
      const value = raw.get(a, b) - p * (rowSums[b] ?? 0) - q * (rowSums[a] ?? 0) + p * q * all;
      result.set(a, b, value / sumOfWeights ** 2);
    });
  });
  return result;
};

/** Columns that span what row and column effects cannot explain: products of contrasts with the last category. */
const interactionContrasts = (rows: number, columns: number): Matrix => {
  const contrasts = new Matrix(rows * columns, (rows - 1) * (columns - 1));
  const sign = (at: number, contrast: number, last: number): number => (at === contrast ? 1 : at === last ? -1 : 0);
  for (let cell = 0; cell < rows * columns; cell++)
    for (let at = 0; at < contrasts.columns; at++) {
      const row = sign(Math.floor(cell / columns), Math.floor(at / (columns - 1)), rows - 1);
      contrasts.set(cell, at, row * sign(cell % columns, at % (columns - 1), columns - 1));
    }
  return contrasts;
};
