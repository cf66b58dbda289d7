import { Matrix, solve } from 'ml-matrix';
import { leastSquares } from '../regression/least-squares';
import { assertSameLength, dot, sum } from '../vector';
import { calibrationDistance, type CalibrationMethod } from './calibration-distance';
import type { SurveyDesign } from './survey-design';

const MOST_ROUNDS = 100;
/** Relative distance from the population totals at which the weights count as calibrated. */
const MET = 1e-11;

export interface CalibratedDesign extends SurveyDesign {
  /** New weight / old weight of each row. */
  readonly adjustments: Float64Array;
}

/**
 * Calibration (generalised regression): the smallest change of the weights that makes the sample reproduce known
 * population totals of auxiliary variables.
 *
 * @param design  how the sample was drawn
 * @param columns auxiliary variables, one value per row; a column of ones calibrates to the population size
 * @param totals  population total of each column
 * @param method  distance: `linear` (GREG, may turn weights negative), `raking` (always positive), `logit` (adjustments
 *                between two bounds)
 * @returns       the design with new weights and their adjustments; null when no weights within the bounds reach the
 *                totals
 * @throws RangeError if lengths differ, a column depends on those before it, or bounds do not enclose 1
 * @source Deville & Särndal (1992), JASA 87, 376-382; R: survey::calibrate(calfun = "linear" | "raking" | "logit")
 * @example calibrate(surveyDesign({ weights: [1, 1] }), [[1, 1], [0, 1]], [10, 4], { kind: 'linear' })?.weights // => [6, 4]
 */
export const calibrate = (
  design: SurveyDesign,
  columns: readonly ArrayLike<number>[],
  totals: ArrayLike<number>,
  method: CalibrationMethod,
): CalibratedDesign | null => {
  if (columns.length !== totals.length) throw new RangeError(`${columns.length} columns for ${totals.length} totals`);
  for (const column of columns) assertSameLength(design.n, column, 'column');
  const { coefficients } = leastSquares(columns, new Float64Array(design.n), design.weights);
  const dependent = coefficients.indexOf(null);
  if (dependent !== -1) throw new RangeError(`Column ${dependent} is 0 or a linear combination of columns before it`);

  const matrix = columns.map((column) => Float64Array.from(column));
  const adjustments = solveAdjustments(design.weights, matrix, totals, method);
  if (!adjustments) return null;
  const weights = design.weights.map((weight, row) => weight * (adjustments[row] ?? 0));
  return {
    ...design,
    weights,
    sumOfWeights: sum(weights),
    adjustments,
    calibrations: [
      ...design.calibrations,
      { kind: 'regression', columns: matrix, baseWeights: design.weights, weights },
    ],
  };
};

/** Newton's method for λ in Σ w F(xᵀλ) x = totals. */
const solveAdjustments = (
  weights: Float64Array,
  columns: readonly Float64Array[],
  totals: ArrayLike<number>,
  method: CalibrationMethod,
): Float64Array | null => {
  const { adjustment, slope } = calibrationDistance(method);
  const lambda = new Float64Array(columns.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const u = weights.map((_, row) => columns.reduce((at, column, j) => at + (column[row] ?? 0) * (lambda[j] ?? 0), 0));
    const adjusted = u.map(adjustment);
    const current = weights.map((weight, row) => weight * (adjusted[row] ?? 0));
    const gaps = columns.map((column, j) => (totals[j] ?? 0) - dot(column, current));
    if (!gaps.every(Number.isFinite)) return null;
    if (gaps.every((gap, j) => Math.abs(gap) <= MET * scaleOf(columns[j], weights, totals[j]))) return adjusted;
    const slopes = weights.map((weight, row) => weight * slope(u[row] ?? 0));
    const move = newtonStep(columns, slopes, gaps);
    if (!move) return null;
    move.forEach((by, j) => (lambda[j] = (lambda[j] ?? 0) + by));
  }
  return null;
};

const scaleOf = (column: Float64Array | undefined, weights: Float64Array, total = 0): number =>
  Math.max(Math.abs(total), Math.abs(dot(column ?? [], weights)));

const newtonStep = (
  columns: readonly Float64Array[],
  slopes: Float64Array,
  gaps: readonly number[],
): number[] | null => {
  const scales = columns.map((column) => Math.sqrt(dot(column, column)) || 1);
  const hessian = new Matrix(
    columns.map((a, i) =>
      columns.map((b, j) => {
        const product = a.reduce((total, value, row) => total + value * (b[row] ?? 0) * (slopes[row] ?? 0), 0);
        return product / ((scales[i] ?? 1) * (scales[j] ?? 1));
      }),
    ),
  );
  try {
    const move = solve(hessian, Matrix.columnVector(gaps.map((gap, j) => gap / (scales[j] ?? 1)))).to1DArray();
    return move.map((by, j) => by / (scales[j] ?? 1));
  } catch {
    return null; // every adjustment sits at its bound: no direction is left
  }
};
