import { dot } from '../vector';
import { leastSquares } from './least-squares';

/** HC0: White. HC1: times n/(n − k). HC3: each residual divided by 1 − its leverage; the best with few rows. */
export type RobustKind = 'HC0' | 'HC1' | 'HC3';

/**
 * Standard errors of a linear regression that hold when the residuals do not all have the same spread.
 *
 * @param columns design columns with the column of ones first
 * @param y       outcome
 * @param kind    correction for small samples
 * @param weights > 0, as in linearRegression
 * @returns       one per column; null where the column was left out as collinear, and for HC3 where a row determines a
 *                coefficient alone (leverage 1)
 * @throws RangeError if there are fewer rows than coefficients
 * @source White (1980), Econometrica 48, 817-838; MacKinnon & White (1985); R: sandwich::vcovHC(type = "HC0" | "HC1" |
 *         "HC3")
 * @example robustErrors([[1, 1, 1, 1], [0, 1, 2, 3]], [1, 3, 4, 6], 'HC1') // => [0.203, 0.0849]
 */
export const robustErrors = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  kind: RobustKind,
  weights?: ArrayLike<number>,
): readonly (number | null)[] => {
  const { kept, inverse, residuals } = leastSquares(columns, y, weights);
  const n = y.length;
  const weightOf = (row: number): number => weights?.[row] ?? 1;
  /** (XᵀWX)⁻¹x of each row. */
  const directions = inverse.map((line) =>
    Float64Array.from({ length: n }, (_, row) =>
      line.reduce((total, value, j) => total + value * (columns[kept[j] ?? 0]?.[row] ?? 0), 0),
    ),
  );
  const leverage = (row: number): number =>
    weightOf(row) *
    directions.reduce((total, direction, j) => total + (direction[row] ?? 0) * (columns[kept[j] ?? 0]?.[row] ?? 0), 0);
  const scores = residuals.map((residual, row) => {
    const rest = kind === 'HC3' ? 1 - leverage(row) : 1;
    return (weightOf(row) * residual) / rest;
  });
  const factor = kind === 'HC1' ? n / (n - kept.length) : 1;
  return columns.map((_, at) => {
    const direction = directions[kept.indexOf(at)];
    if (!direction) return null;
    const influence = direction.map((value, row) => value * (scores[row] ?? 0));
    const variance = factor * dot(influence, influence);
    return Number.isFinite(variance) ? Math.sqrt(variance) : null;
  });
};
