import gammaln from '@stdlib/math-base-special-gammaln';
import { normalLower } from './normal';

/**
 * Upper tail of the studentized range: how often the largest and the smallest of k equal means would lie at least q
 * standard errors apart by chance. The range of k normal values is averaged over the scatter of the estimated
 * standard deviation; both integrals by the trapezoidal rule, which converges geometrically for such bell curves.
 *
 * @param q     range in standard errors of one mean, ≥ 0
 * @param means k, whole number from 2 to 1,000
 * @param df    degrees of freedom of the standard deviation, ≥ 1; Infinity when it is known
 * @returns     probability in [0, 1], absolute error below 1e-10
 * @throws RangeError outside these ranges
 * @source Copenhaver & Holland (1988), Journal of Statistical Computation and Simulation 30, 1-15; R: ptukey
 * @example studentizedRangeUpper(3.5, 3, 20) // => 0.0558918
 */
export const studentizedRangeUpper = (q: number, means: number, df: number): number => {
  refuseOutside(means, df);
  if (!(q >= 0)) throw new RangeError(`q = ${q}: need q ≥ 0`);
  if (q === 0) return 1;
  if (df > MOST_DF) return normalRangeUpper(q, means);

  const constant = Math.LN2 + (df / 2) * Math.log(df / 2) - gammaln(df / 2) - df / 2;
  const [low, high] = [reach(df, -1), reach(df, 1)];
  const step = Math.min(0.1, 0.4 / Math.sqrt(df));
  const points = Math.ceil((high - low) / step);
  let sum = 0;
  for (let point = 0; point <= points; point += 1) {
    const u = low + point * step;
    sum += Math.exp(constant - drop(df, u)) * normalRangeUpper(q * Math.exp(u), means);
  }
  return Math.min(1, sum * step);
};

/**
 * Quantile of the studentized range: the range below which the share p of all ranges lies, by the
 * false position method.
 *
 * @param p     probability in (0, 1)
 * @param means k, whole number from 2 to 1,000
 * @param df    degrees of freedom ≥ 1; Infinity when the standard deviation is known
 * @returns     a number > 0, relative error below 1e-8
 * @throws RangeError outside these ranges
 * @source Copenhaver & Holland (1988); R: qtukey(p, means, df)
 * @example studentizedRangeQuantile(0.95, 3, 20) // => 3.577935
 */
export const studentizedRangeQuantile = (p: number, means: number, df: number): number => {
  refuseOutside(means, df);
  if (!(p > 0 && p < 1)) throw new RangeError(`p = ${p}: need 0 < p < 1`);
  const excess = (q: number): number => studentizedRangeUpper(q, means, df) - (1 - p);
  let high = 4;
  for (let doubling = 0; doubling < 60 && excess(high) > 0; doubling += 1) high *= 2;
  return rootBetween(0, high, excess);
};

const NORMAL_STEP = 0.25;
/** The normal density beyond this many standard deviations adds nothing to a double. */
const NORMAL_REACH = 8.5;
/** Beyond this the estimated standard deviation is as good as known. */
const MOST_DF = 1e7;

/** How far the logarithm of the density of u = ln(s/σ) lies below its top at u = 0. */
const drop = (df: number, u: number): number => (df * (Math.expm1(2 * u) - 2 * u)) / 2;

/** The u on one side where the density has fallen to e^−28 of its top. */
const reach = (df: number, side: -1 | 1): number => {
  let [near, far] = [0, 29 / df + 1 + 6 / Math.sqrt(df)];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (near + far) / 2;
    if (drop(df, side * middle) < 28) near = middle;
    else far = middle;
  }
  return side * far;
};

/** Points z of the inner rule with φ(z) and Φ(z). */
const NORMAL_POINTS = Array.from({ length: (2 * NORMAL_REACH) / NORMAL_STEP + 1 }, (_, point) => {
  const z = -NORMAL_REACH + point * NORMAL_STEP;
  return { z, density: Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI), below: normalLower(z) };
});

/** Upper tail of the range w of k standard normal values: k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)] dz. */
const normalRangeUpper = (w: number, means: number): number => {
  let sum = 0;
  for (const { z, density, below } of NORMAL_POINTS) {
    const weight = density * below ** (means - 1);
    if (weight < 1e-20) continue;
    const farBelow = Math.min(1, normalLower(z - w) / below);
    sum -= weight * Math.expm1((means - 1) * Math.log1p(-farBelow));
  }
  return Math.min(1, means * sum * NORMAL_STEP);
};

/** Where a falling function crosses 0, by the Illinois variant of the false position. */
const rootBetween = (low: number, high: number, at: (x: number) => number): number => {
  let [left, right, atLeft, atRight] = [low, high, at(low), at(high)];
  for (let step = 0; step < 100; step += 1) {
    const middle = right - (atRight * (right - left)) / (atRight - atLeft);
    const value = at(middle);
    if (Math.abs(value) < 1e-14 || right - left < 1e-11 * right) return middle;
    if (value > 0) [left, atLeft, atRight] = [middle, value, atRight / 2];
    else [right, atRight, atLeft] = [middle, value, atLeft / 2];
  }
  return (left + right) / 2;
};

const refuseOutside = (means: number, df: number): void => {
  if (!Number.isInteger(means) || means < 2 || means > 1000 || !(df >= 1))
    throw new RangeError(`${means} means, df = ${df}: need 2 to 1,000 means and df ≥ 1`);
};
