import { leastSquares } from './least-squares';
import { totalSquares } from './total-squares';

/** A predictor that the others determine this far (1 − R²) is collinear to double precision. */
const DETERMINED = 1e-13;

/**
 * Variance inflation factors: how many times larger a coefficient's variance is because its column can be predicted from
 * the others, 1/(1 − R²).
 *
 * @param columns design columns with the column of ones first
 * @param weights > 0, as in linearRegression
 * @returns       one per column after the first, ≥ 1; Infinity for a column that the others determine, null for a
 *                constant one
 * @throws RangeError if there are fewer rows than columns
 * @source R: car::vif (without factors)
 * @example varianceInflation([[1, 1, 1, 1], [0, 1, 2, 3], [0, 1, 1, 4]]) // => [5, 5]
 */
export const varianceInflation = (
  columns: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): readonly (number | null)[] =>
  columns.slice(1).map((column, at) => {
    const w = weights ? Float64Array.from(weights) : new Float64Array(column.length).fill(1);
    const others = columns.filter((_, other) => other !== at + 1);
    const { residuals } = leastSquares(others, column, w);
    const total = totalSquares(column, w);
    const rest = residuals.reduce((squares, residual, row) => squares + (w[row] ?? 0) * residual ** 2, 0);
    if (total === 0) return null;
    return rest <= DETERMINED * total ? Infinity : total / rest;
  });
