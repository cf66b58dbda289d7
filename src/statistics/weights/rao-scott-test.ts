import { Matrix, solve } from 'ml-matrix';
import { chiSquareUpper } from '../distributions/chi-square';
import { fUpper } from '../distributions/f';
import { covarianceOfCells } from './covariance-of-cells';
import { unitsMinusStrata, type SurveyDesign } from './survey-design';
import { surveyTable, type SurveyTable } from './survey-table';

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
 * Rao-Scott test: are two questions of a survey related? Pearson's chi-square of the weighted table, divided by the
 * design effects of the contrasts that independence sets to zero, so that clusters and weights do not pass for evidence.
 *
 * @param rowOf    category index of each row; null = no answer
 * @param columnOf the same of the other question
 * @param design   how the sample was drawn
 * @returns        F with df1 = (Σδ)²/Σδ² and df2 = df1 · (units − strata), units without weight included; null when the table is not at least 2 × 2 or a
 *                 stratum has a single unit
 * @throws RangeError if lengths differ or a code is not an index ≥ 0
 * @source Rao & Scott (1984), Annals of Statistics 12, 46-60; Thomas & Rao (1987); R: survey::svychisq(statistic = "F")
 * @example raoScottTest([0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 1, 0], surveyDesign({ weights: [1, 1, 1, 1, 1, 1] }))?.p // => 0.48959
 */
export const raoScottTest = (
  rowOf: ArrayLike<number | null>,
  columnOf: ArrayLike<number | null>,
  design: SurveyDesign,
): RaoScottTest | null => {
  const table = surveyTable(rowOf, columnOf, design);
  if (table.rows < 2 || table.columns < 2 || unitsMinusStrata(design) < 1) return null;
  const effects = designEffects(table, design);
  if (!effects) return null;
  const chiSquare = scaledChiSquare(table);
  const df = (table.rows - 1) * (table.columns - 1);
  const f = chiSquare / effects.sum;
  const df1 = effects.sum ** 2 / effects.sumOfSquares;
  const df2 = df1 * unitsMinusStrata(design);
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
const scaledChiSquare = ({ rows, columns, weightedCounts, sumOfWeights, n }: SurveyTable): number => {
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
const designEffects = (table: SurveyTable, design: SurveyDesign): { sum: number; sumOfSquares: number } | null => {
  const { rows, columns, weightedCounts, sumOfWeights, n } = table;
  const cells = rows * columns;
  const covariance = covarianceOfCells(table.cellOf, cells, design);
  if (!covariance) return null;
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

const solveOrNull = (left: Matrix, right: Matrix): Matrix | null => {
  try {
    return solve(left, right);
  } catch {
    return null; // singular: empty cells leave a contrast without any answer
  }
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
