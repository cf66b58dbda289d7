import { tCritical, tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { GroupSums } from '../weights/mean-from-sums';
import { leastSquares } from './least-squares';

/** Respondents with the same values of all columns, and sums of their outcome x. */
export interface RegressionCell extends GroupSums {
  readonly columns: readonly number[];
}

export interface LinearContrast {
  readonly estimate: number;
  readonly se: number;
  /** Two-sided, t with n − coefficients degrees of freedom. */
  readonly p: number;
  readonly interval: Interval;
}

export interface CellRegression {
  readonly n: number;
  readonly coefficients: readonly (number | null)[];
  readonly df: number;
  /** Σ weightᵢ · coefficientᵢ; null where it needs a coefficient that was left out, or nothing varies. */
  readonly contrast: (weights: readonly number[]) => LinearContrast | null;
}

/**
 * Linear regression from sums over the respondents who share all predictors: coefficients and any contrast of them. Errors hold
 * when spreads differ: HC3, or of a design without strata when respondents have weights.
 *
 * @param cells      sums of the outcome, one cell for each combination of predictors
 * @param isWeighted whether the sums are weighted
 * @param confidence of the intervals, probability in (0, 1)
 * @returns          null when there are not more respondents than coefficients
 * @throws RangeError if confidence is outside (0, 1)
 * @source MacKinnon & White (1985), R: lm, sandwich::vcovHC(type = "HC3"); Binder (1983), R: survey::svyglm
 * @example regressionOfCells([{ columns: [1], n: 3, weight: 3, weightSquared: 3, x: 6, xSquared: 14, weightSquaredX: 6, weightSquaredXSquared: 14 }], false)?.contrast([1])?.se // => 0.7071
 */
export const regressionOfCells = (
  cells: readonly RegressionCell[],
  isWeighted: boolean,
  confidence = 0.95,
): CellRegression | null => {
  const used = cells.filter(({ weight }) => weight > 0);
  const width = used[0]?.columns.length ?? 0;
  const n = used.reduce((all, cell) => all + cell.n, 0);
  if (width === 0 || used.length === 0 || n <= width || used.length < width) return null;
  const columns = Array.from({ length: width }, (_, at) => used.map((cell) => cell.columns[at] ?? 0));
  const { coefficients, kept, fitted, inverse } = leastSquares(
    columns,
    used.map(({ x, weight }) => x / weight),
    used.map(({ weight }) => weight),
  );
  const df = n - kept.length;
  if (df < 1) return null;
  const fit = { used, kept, fitted, inverse, isWeighted, n };
  return {
    n,
    coefficients,
    df,
    contrast: (weights) => contrastOf(weights, coefficients, fit, { df, confidence }),
  };
};

interface Fit {
  readonly used: readonly RegressionCell[];
  readonly kept: readonly number[];
  readonly fitted: Float64Array;
  readonly inverse: readonly (readonly number[])[];
  readonly isWeighted: boolean;
  readonly n: number;
}

const contrastOf = (
  weights: readonly number[],
  coefficients: readonly (number | null)[],
  fit: Fit,
  { df, confidence }: { readonly df: number; readonly confidence: number },
): LinearContrast | null => {
  if (weights.some((weight, at) => weight !== 0 && (coefficients[at] ?? null) === null)) return null;
  const half = tCritical(confidence, df);
  const estimate = weights.reduce((sum, weight, at) => sum + weight * (coefficients[at] ?? 0), 0);
  const se = Math.sqrt(varianceOf(weights, fit));
  if (!(se > 0) || !Number.isFinite(se)) return null;
  const interval = { low: estimate - half * se, high: estimate + half * se };
  return { estimate, se, p: tTwoSided(estimate / se, df), interval };
};

/** Σ over respondents of (direction · residual)², direction = weightsᵀ(XᵀWX)⁻¹x. */
const varianceOf = (weights: readonly number[], { used, kept, fitted, inverse, isWeighted, n }: Fit): number => {
  const times = (row: readonly number[], x: (at: number) => number): number =>
    row.reduce((sum, value, at) => sum + value * x(at), 0);
  const slopes = inverse.map((row) => times(row, (at) => weights[kept[at] ?? 0] ?? 0));
  let variance = 0;
  used.forEach((cell, at) => {
    const x = (place: number): number => cell.columns[kept[place] ?? 0] ?? 0;
    const direction = times(slopes, x);
    const leverage = inverse.reduce((sum, row, place) => sum + x(place) * times(row, x), 0);
    const rest = isWeighted ? 1 : 1 - leverage;
    variance += (direction / rest) ** 2 * squaresAround(cell, fitted[at] ?? 0);
  });
  return isWeighted ? (variance * n) / (n - 1) : variance;
};

/** Σ w²(x − value)². */
const squaresAround = ({ weightSquared, weightSquaredX, weightSquaredXSquared }: GroupSums, value: number): number =>
  Math.max(0, weightSquaredXSquared - 2 * value * weightSquaredX + value ** 2 * weightSquared);
