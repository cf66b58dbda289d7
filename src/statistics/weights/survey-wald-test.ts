import { Matrix, solve } from 'ml-matrix';
import { fUpper } from '../distributions/f';
import { covarianceOfCells } from './covariance-of-cells';
import { unitsMinusStrata, type SurveyDesign } from './survey-design';
import { surveyTable, type SurveyTable } from './survey-table';

export interface SurveyWaldTest {
  readonly n: number;
  readonly f: number;
  readonly p: number;
  /** Adjusted for the design's degrees of freedom; null when too few units remain. */
  readonly adjustedF: number | null;
  readonly adjustedP: number | null;
}

/**
 * Wald test of independence of two survey questions, on the differences between weighted counts and those expected.
 * Unreliable with few sampling units; the adjusted form helps, {@link raoScottTest} is the better default.
 *
 * @param rowOf    category index of each row; null = no answer
 * @param columnOf the same of the other question
 * @param design   how the sample was drawn
 * @returns        both F statistics; null when the table is not at least 2 × 2, a stratum has a single unit or the
 *                 covariance of the differences is singular
 * @throws RangeError if lengths differ or a code is not an index ≥ 0
 * @source Koch, Freeman & Freeman (1975), International Statistical Review 43, 59-78; R: survey::svychisq(statistic =
 *         "Wald" | "adjWald")
 * @example surveyWaldTest([0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 1, 0], surveyDesign({ weights: [1, 1, 1, 1, 1, 1] }))?.p // => 0.46502
 */
export const surveyWaldTest = (
  rowOf: ArrayLike<number | null>,
  columnOf: ArrayLike<number | null>,
  design: SurveyDesign,
): SurveyWaldTest | null => {
  const table = surveyTable(rowOf, columnOf, design);
  const designDf = unitsMinusStrata(design);
  if (table.rows < 2 || table.columns < 2 || designDf < 1) return null;
  const covariance = covarianceOfCells(table.cellOf, table.weightedCounts.length, design);
  if (!covariance) return null;
  const wald = quadraticForm(table, covariance);
  if (wald === null) return null;
  const df = (table.rows - 1) * (table.columns - 1);
  const rest = designDf - df + 1;
  const adjustedF = rest > 0 ? (wald * rest) / (df * designDf) : null;
  return {
    n: table.n,
    f: wald / df,
    p: fUpper(wald / df, df, designDf),
    adjustedF,
    adjustedP: adjustedF === null ? null : fUpper(adjustedF, df, rest),
  };
};

/** dᵀ V⁻¹ d over the cells without the first row and column, d = count − expected, V by the delta method. */
const quadraticForm = (table: SurveyTable, covariance: Float64Array): number | null => {
  const { rows, columns, weightedCounts, sumOfWeights } = table;
  const cells = rows * columns;
  const counts = Matrix.from1DArray(rows, columns, weightedCounts);
  const [rowTotals, columnTotals] = [counts.sum('row'), counts.sum('column')];
  const jacobian = new Matrix((rows - 1) * (columns - 1), cells);
  const difference = new Matrix(jacobian.rows, 1);
  for (let at = 0; at < jacobian.rows; at++) {
    const row = 1 + Math.floor(at / (columns - 1));
    const column = 1 + (at % (columns - 1));
    const rowShare = (rowTotals[row] ?? 0) / sumOfWeights;
    const columnShare = (columnTotals[column] ?? 0) / sumOfWeights;
    difference.set(at, 0, counts.get(row, column) - rowShare * columnShare * sumOfWeights);
    for (let cell = 0; cell < cells; cell++) {
      const [inRow, inColumn] = [Math.floor(cell / columns) === row, cell % columns === column];
      const slope = Number(inRow && inColumn) - Number(inRow) * columnShare - Number(inColumn) * rowShare;
      jacobian.set(at, cell, slope + rowShare * columnShare);
    }
  }
  const variance = jacobian.mmul(Matrix.from1DArray(cells, cells, covariance)).mmul(jacobian.transpose());
  try {
    const value = difference.transpose().mmul(solve(variance, difference)).get(0, 0);
    return Number.isFinite(value) && value >= 0 ? value : null;
  } catch {
    return null; // a singular covariance has no Wald statistic
  }
};
