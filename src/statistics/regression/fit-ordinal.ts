import { CholeskyDecomposition, Matrix } from 'ml-matrix';

const MOST_ROUNDS = 100;
/** Largest relative gradient at which the fit has converged. */
const CONVERGED = 1e-11;
/** A linear predictor beyond this separates the categories. */
const EXTREME_LOGIT = 35;

export interface OrdinalFit {
  /** Thresholds, then coefficients. */
  readonly estimates: readonly number[];
  readonly errors: readonly number[];
  readonly logLikelihood: number;
  readonly gradient: number;
}

/**
 * Maximum likelihood of the proportional-odds model by Newton's method with step halving.
 *
 * @param columns predictor columns without a column of ones
 * @param y       category index of each row
 * @param counts  weighted count of each category, all > 0
 * @param weights frequency weights
 * @returns       null when there is no finite maximum or predictors are collinear
 * @source McCullagh (1980); R: ordinal::clm(gradTol = 1e-11)
 */
export const fitOrdinal = (
  columns: readonly ArrayLike<number>[],
  y: Int32Array,
  counts: readonly number[],
  weights: Float64Array,
): OrdinalFit | null => {
  const scales = columns.map(spreadOf);
  if (scales.includes(0)) return null;
  const problem = {
    columns: columns.map((column, at) => Float64Array.from(column, (value) => value / (scales[at] ?? 1))),
    y,
    weights,
    thresholds: counts.length - 1,
  };
  const n = counts.reduce((total, count) => total + count, 0);
  let estimates = [...startingThresholds(counts, n), ...columns.map(() => 0)];
  let state = evaluate(problem, estimates);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = newtonStep(state);
    if (!step) return null;
    const steepest = Math.max(...state.gradient.map(Math.abs));
    if (steepest <= CONVERGED * n) break;
    const better = search(problem, estimates, state, step);
    if (!better) break;
    [estimates, state] = [better.estimates, better.state];
    if (estimates.some((estimate) => Math.abs(estimate) > EXTREME_LOGIT * 10)) return null;
  }
  return solution(problem, estimates, state, n, scales);
};

interface Problem {
  readonly columns: readonly Float64Array[];
  readonly y: Int32Array;
  readonly weights: Float64Array;
  readonly thresholds: number;
}

interface State {
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  /** Negative second derivatives. */
  readonly information: Matrix;
}

const solution = (
  problem: Problem,
  estimates: readonly number[],
  state: State,
  n: number,
  scales: readonly number[],
): OrdinalFit | null => {
  const steepest = Math.max(...state.gradient.map(Math.abs));
  const cholesky = new CholeskyDecomposition(state.information);
  if (steepest > 1e-7 * n || !cholesky.isPositiveDefinite() || isSeparated(problem, estimates)) return null;
  const covariance = cholesky.solve(Matrix.eye(estimates.length)).diagonal();
  const unscale = (value: number, at: number): number =>
    value / (at < problem.thresholds ? 1 : (scales[at - problem.thresholds] ?? 1));
  return {
    estimates: estimates.map(unscale),
    errors: covariance.map((variance, at) => unscale(Math.sqrt(variance), at)),
    logLikelihood: state.logLikelihood,
    gradient: steepest,
  };
};

/** Standard deviation of a column, so that all coefficients are of one size; 0 = constant. */
const spreadOf = (column: ArrayLike<number>): number => {
  const values = Float64Array.from(column);
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
};

/** Logits of the cumulated shares. */
const startingThresholds = (counts: readonly number[], n: number): number[] => {
  let below = 0;
  return counts.slice(0, -1).map((count) => {
    below += count;
    return Math.log(below / (n - below));
  });
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Lower and upper limit of each row's category on the latent scale. */
const limitsOf = ({ columns, y, thresholds }: Problem, estimates: readonly number[], row: number): [number, number] => {
  const predictor = columns.reduce(
    (total, column, at) => total + (column[row] ?? 0) * (estimates[thresholds + at] ?? 0),
    0,
  );
  const category = y[row] ?? 0;
  const low = category === 0 ? -Infinity : (estimates[category - 1] ?? 0) - predictor;
  const high = category === thresholds ? Infinity : (estimates[category] ?? 0) - predictor;
  return [low, high];
};

const evaluate = (problem: Problem, estimates: readonly number[]): State => {
  const size = estimates.length;
  const gradient = new Array<number>(size).fill(0);
  const information = Matrix.zeros(size, size);
  let logLikelihood = 0;
  const [a, b] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < problem.y.length; row++) {
    const weight = problem.weights[row] ?? 0;
    if (weight === 0) continue;
    const [low, high] = limitsOf(problem, estimates, row);
    const [below, above] = [logistic(low), logistic(-high)];
    const p = low > 0 ? logistic(-low) - above : logistic(high) - below;
    if (!(p > 0)) return { logLikelihood: -Infinity, gradient, information };
    logLikelihood += weight * Math.log(p);
    fillDerivatives(problem, row, a, b);
    addRow({ gradient, information }, { a, b, weight, p, low: below, high: 1 - above });
  }
  return { logLikelihood, gradient, information };
};

/** Derivatives of the upper limit (a) and the lower limit (b) with respect to every parameter. */
const fillDerivatives = ({ columns, y, thresholds }: Problem, row: number, a: Float64Array, b: Float64Array): void => {
  const category = y[row] ?? 0;
  for (let at = 0; at < thresholds; at++) {
    a[at] = Number(at === category);
    b[at] = Number(at === category - 1);
  }
  for (let at = 0; at < columns.length; at++) {
    const value = -(columns[at]?.[row] ?? 0);
    a[thresholds + at] = category === thresholds ? 0 : value;
    b[thresholds + at] = category === 0 ? 0 : value;
  }
};

interface RowTerms {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly weight: number;
  readonly p: number;
  /** Cumulated probabilities at the limits of the category. */
  readonly low: number;
  readonly high: number;
}

const addRow = (
  { gradient, information }: { gradient: number[]; information: Matrix },
  { a, b, weight, p, low, high }: RowTerms,
): void => {
  const [f, g] = [high * (1 - high), low * (1 - low)];
  const [fSlope, gSlope] = [f * (1 - 2 * high), g * (1 - 2 * low)];
  for (let i = 0; i < gradient.length; i++) {
    const slope = f * (a[i] ?? 0) - g * (b[i] ?? 0);
    gradient[i] = (gradient[i] ?? 0) + (weight * slope) / p;
    for (let j = 0; j <= i; j++) {
      const other = f * (a[j] ?? 0) - g * (b[j] ?? 0);
      const bend = fSlope * (a[i] ?? 0) * (a[j] ?? 0) - gSlope * (b[i] ?? 0) * (b[j] ?? 0);
      const value = information.get(i, j) + weight * ((slope * other) / p ** 2 - bend / p);
      information.set(i, j, value);
      information.set(j, i, value);
    }
  }
};

const newtonStep = ({ gradient, information }: State): number[] | null => {
  const cholesky = new CholeskyDecomposition(information);
  return cholesky.isPositiveDefinite() ? cholesky.solve(Matrix.columnVector([...gradient])).to1DArray() : null;
};

const search = (problem: Problem, estimates: readonly number[], state: State, step: readonly number[]) => {
  for (let length = 1, tries = 0; tries < 40; tries++, length /= 2) {
    const next = estimates.map((estimate, at) => estimate + length * (step[at] ?? 0));
    const there = evaluate(problem, next);
    if (there.logLikelihood >= state.logLikelihood - 1e-12 * Math.abs(state.logLikelihood))
      return { estimates: next, state: there };
  }
  return null;
};

const isSeparated = (problem: Problem, estimates: readonly number[]): boolean =>
  problem.y.some((_, row) => {
    const limits = limitsOf(problem, estimates, row).filter(Number.isFinite);
    return limits.every((limit) => Math.abs(limit) > EXTREME_LOGIT);
  });
