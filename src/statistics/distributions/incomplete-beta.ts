import betainc from '@stdlib/math-base-special-betainc';
import { splitChance } from './saddle-point';

/** Beyond this sum of shapes stdlib's betainc loses digits; at 1e9 it is wrong in the first one. */
const STDLIB_REACH = 100_000;
const MOST_TERMS = 1_000_000;
const SERIES_REACH = 200;

/**
 * Regularised incomplete beta function I_x(a, b), the tail behind the beta, binomial, t and F distributions.
 *
 * @param x in [0, 1]
 * @param a first shape > 0
 * @param b second shape > 0
 * @returns probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Didonato & Morris (1992), ACM TOMS 18, 360-373; stdlib up to a + b = 100,000; R: pbeta(x, a, b)
 * @example incompleteBeta(0.3, 2, 5) // => 0.579825
 */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (!(x >= 0 && x <= 1) || !(a > 0) || !(b > 0))
    throw new RangeError(`x = ${x}, shapes ${a} and ${b}: need 0 ≤ x ≤ 1 and shapes > 0`);
  if (x === 0 || x === 1) return x;
  if (a + b <= STDLIB_REACH) return Math.min(1, betainc(x, a, b, true, false));

  if (x * (a + b) < SERIES_REACH) return Math.min(1, chanceFactor(x, 1 - x, a, b) * series(x, a, b));
  const below = x <= (a + 1) / (a + b + 2);
  const tail = below ? lowerTail(x, 1 - x, a, b) : 1 - lowerTail(1 - x, x, b, a);
  return Math.min(1, Math.max(0, tail));
};

const lowerTail = (x: number, rest: number, a: number, b: number): number =>
  chanceFactor(x, rest, a, b) * continuedFraction(x, a, b);

const chanceFactor = (x: number, rest: number, a: number, b: number): number =>
  (b / (a + b)) * splitChance(a, b, x, rest);

/** Where x is so small that 1 − x would lose its digits, all terms are positive. */
const series = (x: number, a: number, b: number): number => {
  let [sum, term] = [1, 1];
  for (let step = 0; step < MOST_TERMS && term > 1e-17 * sum; step += 1) {
    term *= ((a + b + step) * x) / (a + 1 + step);
    sum += term;
  }
  return sum;
};

/** Lentz's method; converges within a few times √max(a, b) terms when x lies below the mean. */
const continuedFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
};
