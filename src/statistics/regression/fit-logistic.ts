import { sum } from '../vector';
import { leastSquares } from './least-squares';

const MOST_ROUNDS = 50;
/** Largest change of a linear predictor at which the fit has converged. */
const CONVERGED = 1e-11;
/** Beyond this |logit| a probability is 0 or 1 to double precision. */
const EXTREME_LOGIT = 35;

export interface LogisticFit {
  /** null = the column depends on columns before it and was left out. */
  readonly coefficients: readonly (number | null)[];
  readonly kept: readonly number[];
  /** Inverse of the information matrix. */
  readonly inverse: readonly (readonly number[])[];
  readonly probabilities: Float64Array;
}

/**
 * Maximum likelihood of a logistic regression by iteratively reweighted least squares.
 *
 * @param columns design columns, a column of ones included
 * @param y       0 or 1
 * @param weights frequency weights ≥ 0
 * @returns       null when the likelihood has no finite maximum: the columns separate y completely or quasi-completely
 * @throws RangeError if y is not 0 or 1
 * @source McCullagh & Nelder (1989), Generalized Linear Models, 2.5; Albert & Anderson (1984), Biometrika 71, 1-10
 */
export const fitLogistic = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
): LogisticFit | null => {
  for (let row = 0; row < y.length; row++)
    if (y[row] !== 0 && y[row] !== 1) throw new RangeError(`y[${row}] = ${y[row]}: need 0 or 1`);
  const outcome = Float64Array.from(y);
  let logits = startingLogits(outcome, weights);
  let rank = -1;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const probabilities = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    const working = probabilities.map((p, row) => p * (1 - p) * (weights[row] ?? 0));
    const target = logits.map((logit, row) => {
      const p = probabilities[row] ?? 0;
      return logit + ((outcome[row] ?? 0) - p) / Math.max(p * (1 - p), Number.MIN_VALUE);
    });
    const { coefficients, kept, fitted, inverse } = leastSquares(columns, target, working);
    if (rank !== -1 && kept.length !== rank) return null;
    rank = kept.length;
    const carries = (row: number): boolean => (weights[row] ?? 0) > 0;
    if (fitted.some((logit, row) => carries(row) && !(Math.abs(logit) < EXTREME_LOGIT))) return null;
    const change = fitted.reduce(
      (most, logit, row) => (carries(row) ? Math.max(most, Math.abs(logit - (logits[row] ?? 0))) : most),
      0,
    );
    if (round > 0 && change < CONVERGED) return { coefficients, kept, inverse, probabilities };
    logits = fitted;
  }
  return null;
};

/** Everybody starts at half a step from the overall share towards the own outcome, as in R's glm. */
const startingLogits = (y: Float64Array, weights: ArrayLike<number>): Float64Array => {
  const average = sum(weights) / Math.max(1, y.length);
  return y.map((value, row) => {
    const weight = average > 0 ? (weights[row] ?? 0) / average : 1;
    const p = (weight * value + 0.5) / (weight + 1);
    return Math.log(p / (1 - p));
  });
};
