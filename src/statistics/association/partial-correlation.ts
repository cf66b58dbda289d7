import { leastSquares } from '../regression/least-squares';
import { correlationTest, pearsonCorrelation } from './pearson-correlation';

/**
 * Partial correlation: Pearson's r of what is left of two variables after a regression on others, that is with those
 * others held constant.
 *
 * @param x     one value per respondent
 * @param y     the other variable
 * @param given variables to hold constant
 * @returns     r, t, df = n − 2 − number of given variables, two-sided p; null when a variable has nothing left (constant
 *              or a linear combination of the given ones) or df < 1
 * @throws RangeError if lengths differ or a value is not finite
 * @source Anderson (2003), An Introduction to Multivariate Statistical Analysis, 4.3; R: cor.test(resid(lm(x ~ z)),
 *         resid(lm(y ~ z)))
 * @example partialCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], [[1, 1, 2, 2, 2]])?.r // => 0.2
 */
export const partialCorrelation = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  given: readonly ArrayLike<number>[],
): {
  readonly n: number;
  readonly r: number;
  readonly t: number | null;
  readonly df: number;
  readonly p: number | null;
} | null => {
  const n = x.length;
  if ([y, ...given].some((column) => column.length !== n)) throw new RangeError(`Every variable needs ${n} values`);
  const columns = [new Float64Array(n).fill(1), ...given];
  if (n - 2 - given.length < 1) return null;
  const [left, right] = [leftOver(x, columns), leftOver(y, columns)];
  const r = left && right && pearsonCorrelation(left, right)?.r;
  return r === null || r === undefined ? null : { n, r, ...correlationTest(r, n - 2 - given.length) };
};

/** Share of a variable's length below which its residual is rounding. */
const NOTHING = 1e-10;

const leftOver = (values: ArrayLike<number>, columns: readonly ArrayLike<number>[]): Float64Array | null => {
  const { residuals } = leastSquares(columns, values);
  const largest = (numbers: ArrayLike<number>): number =>
    Array.from(numbers).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest(residuals) > NOTHING * largest(values) ? residuals : null;
};
