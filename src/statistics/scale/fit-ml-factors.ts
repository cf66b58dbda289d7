import { Matrix, solve } from 'ml-matrix';
import { descendingEigen } from './descending-eigen';

const MOST_ROUNDS = 500;
/** Largest gradient at which the fit has converged. */
const CONVERGED = 1e-12;
/** Smallest uniqueness, as in R's factanal; reaching it is a Heywood case. */
const LOWEST = 0.005;

export interface MlFit {
  readonly uniquenesses: readonly number[];
  /** Unrotated, in canonical form: LᵀΨ⁻¹L diagonal and descending. */
  readonly loadings: Matrix;
  /** Minimum of ln|Σ| + tr(SΣ⁻¹) − ln|S| − p. */
  readonly objective: number;
}

/**
 * Maximum likelihood of the factor model R = LLᵀ + Ψ by Newton's method on ln Ψ, with the exact second derivatives.
 *
 * @param correlations positive definite correlation matrix
 * @param factors      how many
 * @param smc          squared multiple correlations, for the starting values
 * @returns            null when no minimum is reached
 * @source Jöreskog (1967), Psychometrika 32, 443-482; Clarke (1970), British Journal of Mathematical and Statistical
 *         Psychology 23, 43-52; R: factanal(rotation = "none")
 */
export const fitMlFactors = (correlations: Matrix, factors: number, smc: readonly number[]): MlFit | null => {
  const shrink = 1 - factors / (2 * correlations.rows);
  let x = smc.map((value) => Math.log(Math.max(LOWEST, shrink * (1 - value))));
  let state = evaluate(correlations, factors, x);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const free = x.map((at, i) => at > Math.log(LOWEST) + 1e-12 || (state.gradient[i] ?? 0) < 0);
    if (state.gradient.every((slope, i) => !free[i] || Math.abs(slope) < CONVERGED)) break;
    const step = newtonStep(state, free);
    const better = search(correlations, factors, x, state, step);
    if (!better) break;
    [x, state] = [better.x, better.state];
  }
  const flat = state.gradient.every((slope, i) => Math.abs(slope) < 1e-8 || (x[i] ?? 0) <= Math.log(LOWEST) + 1e-12);
  if (!flat) return null;
  const uniquenesses = x.map(Math.exp);
  return { uniquenesses, loadings: loadingsOf(state, uniquenesses, factors), objective: state.objective };
};

interface State {
  readonly factors: number;
  /** Descending eigenvalues and eigenvectors (columns) of Ψ^−½ R Ψ^−½. */
  readonly values: readonly number[];
  readonly vectors: Matrix;
  readonly objective: number;
  readonly gradient: readonly number[];
}

const evaluate = (correlations: Matrix, factors: number, x: readonly number[]): State => {
  const scales = x.map((at) => Math.exp(-at / 2));
  const scaled = new Matrix(scales.map((a, i) => scales.map((b, j) => a * b * correlations.get(i, j))));
  const { values, vectors } = descendingEigen(scaled);
  const rest = values.slice(factors);
  return {
    factors,
    values,
    vectors,
    objective: rest.reduce((total, value) => total + value - Math.log(value) - 1, 0),
    gradient: x.map((_, i) =>
      rest.reduce((total, value, m) => total + (1 - value) * vectors.get(i, factors + m) ** 2, 0),
    ),
  };
};

const hessianOf = ({ factors, values, vectors }: State): Matrix => {
  const size = values.length;
  const hessian = Matrix.zeros(size, size);
  for (let m = factors; m < size; m++)
    for (let n = 0; n < size; n++) {
      const [a, b] = [values[m] ?? 0, values[n] ?? 0];
      const factor = n >= factors ? (a + b) / 2 : ((1 - a) * (a + b)) / (b - a);
      for (let i = 0; i < size; i++) {
        const left = factor * vectors.get(i, m) * vectors.get(i, n);
        for (let j = 0; j < size; j++)
          hessian.set(i, j, hessian.get(i, j) + left * vectors.get(j, m) * vectors.get(j, n));
      }
    }
  return hessian;
};

/** Newton's step among the free uniquenesses; the gradient itself where curvature gives no direction downhill. */
const newtonStep = (state: State, free: readonly boolean[]): number[] => {
  const at = free.flatMap((is, i) => (is ? [i] : []));
  const slopes = at.map((i) => state.gradient[i] ?? 0);
  const step = free.map(() => 0);
  let move: number[];
  try {
    move = solve(hessianOf(state).selection(at, at), Matrix.columnVector(slopes)).to1DArray();
  } catch {
    move = slopes; // a singular Hessian: walk straight downhill
  }
  const downhill = move.reduce((total, by, k) => total + by * (slopes[k] ?? 0), 0) > 0;
  at.forEach((i, k) => (step[i] = -((downhill ? move[k] : slopes[k]) ?? 0)));
  return step;
};

const search = (correlations: Matrix, factors: number, x: readonly number[], state: State, step: readonly number[]) => {
  const longest = step.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
  for (let length = Math.min(1, 2 / longest), tries = 0; tries < 40; tries++, length /= 2) {
    const next = x.map((at, i) => Math.min(0, Math.max(Math.log(LOWEST), at + length * (step[i] ?? 0))));
    const there = evaluate(correlations, factors, next);
    if (there.objective <= state.objective + 1e-15 && next.some((at, i) => at !== x[i]))
      return { x: next, state: there };
  }
  return null;
};

const loadingsOf = ({ values, vectors }: State, uniquenesses: readonly number[], factors: number): Matrix =>
  new Matrix(
    uniquenesses.map((unique, i) =>
      Array.from(
        { length: factors },
        (_, m) => Math.sqrt(unique * Math.max(0, (values[m] ?? 0) - 1)) * vectors.get(i, m),
      ),
    ),
  );
