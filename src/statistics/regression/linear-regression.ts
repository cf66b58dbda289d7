import { fUpper } from '../distributions/f';
import { tCritical, tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';
import { assertFinite, assertSameLength, dot, sum } from '../vector';
import { leastSquares, type LeastSquares } from './least-squares';
import { totalSquares } from './total-squares';

export interface LinearCoefficient {
  /** Null = the column is a linear combination of columns before it and was left out. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly t: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly interval: Interval | null;
}

export interface LinearRegression {
  readonly n: number;
  /** Null when the model has no weights. */
  readonly sumOfWeights: number | null;
  readonly coefficients: readonly LinearCoefficient[];
  /** Share of the outcome's variance, in [0, 1]; null when the outcome is constant. */
  readonly r2: number | null;
  readonly adjustedR2: number | null;
  /** Of all predictors together; null without predictors or residual df. */
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  /** Residual standard deviation; null without residual df. */
  readonly sigma: number | null;
  readonly residualSumOfSquares: number;
  /** Null for an exact fit. AIC and BIC count sigma as a parameter. */
  readonly logLikelihood: number | null;
  readonly aic: number | null;
  readonly bic: number | null;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Linear regression by (weighted) least squares.
 *
 * @param columns    design columns with the column of ones first, see designMatrix
 * @param y          outcome, one per row
 * @param options    weights > 0 of known relative precision (n stays the number of rows); confidence of the intervals
 * @returns          coefficients in the order of the columns, a collinear one null; tests null where no residual df or no
 *                   residual is left
 * @throws RangeError if lengths differ, a value is not finite, a weight is not positive or there are fewer rows than
 *                    coefficients
 * @source Weisberg (2014), Applied Linear Regression; R: lm, confint, logLik, AIC, BIC
 * @example linearRegression([[1, 1, 1, 1], [0, 1, 2, 3]], [1, 3, 4, 6]).r2 // => 0.9846
 */
export const linearRegression = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  { weights, confidence = 0.95 }: { readonly weights?: ArrayLike<number>; readonly confidence?: number } = {},
): LinearRegression => {
  const n = y.length;
  assertInputs(columns, y, weights);
  const fit = leastSquares(columns, y, weights);
  const w = weights ? Float64Array.from(weights) : new Float64Array(n).fill(1);
  const df1 = fit.kept.length - 1;
  const df2 = n - fit.kept.length;
  const total = totalSquares(y, w);
  const rest = dot(
    w,
    fit.residuals.map((residual) => residual ** 2),
  );
  const exact = rest <= EXACT * total;
  const explained = Math.max(0, total - rest); // rounding may leave a useless predictor a hair below 0
  const r2 = total > 0 ? explained / total : null;
  const f = r2 === null || df1 < 1 || df2 < 1 || exact ? null : explained / df1 / (rest / df2);
  const sigma = df2 < 1 ? null : Math.sqrt(rest / df2);
  const logLikelihood = exact
    ? null
    : 0.5 * (sum(w.map(Math.log)) - n * (Math.log(2 * Math.PI) + 1 - Math.log(n) + Math.log(rest)));
  const parameters = fit.kept.length + 1;
  return {
    n,
    sumOfWeights: weights ? sum(w) : null,
    coefficients: inference(fit, exact ? null : sigma, df2, confidence),
    r2,
    adjustedR2: r2 === null || df2 < 1 ? null : 1 - ((1 - r2) * (n - 1)) / df2,
    f,
    df1,
    df2,
    p: f === null ? null : fUpper(f, df1, df2),
    sigma,
    residualSumOfSquares: rest,
    logLikelihood,
    aic: logLikelihood === null ? null : 2 * parameters - 2 * logLikelihood,
    bic: logLikelihood === null ? null : Math.log(n) * parameters - 2 * logLikelihood,
    fitted: fit.fitted,
    residuals: fit.residuals,
  };
};

/** Residuals this small beside the outcome are rounding: an exact fit has nothing to test. */
const EXACT = 1e-28;

const assertInputs = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): void => {
  assertFinite(y, 'y');
  columns.forEach((column, at) => {
    assertSameLength(y.length, column, `columns[${at}]`);
    assertFinite(column, `columns[${at}]`);
  });
  if (!weights) return;
  assertSameLength(y.length, weights, 'weights');
  for (let row = 0; row < weights.length; row++)
    if (!((weights[row] ?? 0) > 0)) throw new RangeError(`weights[${row}] = ${weights[row]}: need a weight > 0`);
};

const inference = (
  { coefficients, kept, inverse }: LeastSquares,
  sigma: number | null,
  df: number,
  confidence: number,
): LinearCoefficient[] =>
  coefficients.map((estimate, at) => {
    const position = kept.indexOf(at);
    const variance = inverse[position]?.[position];
    if (estimate === null || sigma === null || variance === undefined)
      return { estimate, se: null, t: null, p: null, interval: null };
    const se = sigma * Math.sqrt(variance);
    const half = tCritical(confidence, df) * se;
    const t = estimate / se;
    return { estimate, se, t, p: tTwoSided(t, df), interval: { low: estimate - half, high: estimate + half } };
  });
