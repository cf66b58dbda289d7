import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * Deviance x ln(x/m) + m − x of a count x from its expectation m, without cancellation where the two are close.
 *
 * @param x ≥ 0
 * @param m > 0
 * @param gap x − m, where the caller knows it better than a subtraction would
 * @returns a number ≥ 0
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @example deviance(3, 2) // => 0.216395
 */
export const deviance = (x: number, m: number, gap = x - m): number => {
  if (x === 0) return m;
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * Math.log(x / m) - gap;

  const ratio = gap / (x + m);
  let sum = gap * ratio;
  let power = 2 * x * ratio;
  for (let term = 3; term < 400; term += 2) {
    power *= ratio * ratio;
    const next = sum + power / term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
};

/**
 * What Stirling's formula lacks: ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π].
 *
 * @param x > 0
 * @returns a number > 0
 * @source Loader (2000); Abramowitz & Stegun (1964), 6.1.41
 * @example stirlingError(20) // => 0.0041663
 */
export const stirlingError = (x: number): number => {
  if (x < 16) return gammaln(x + 1) - (x + 0.5) * Math.log(x) + x - Math.log(2 * Math.PI) / 2;
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / x;
};

/**
 * Chance of exactly x successes among n trials, exact to the last digits for any n; x and n may be fractions.
 *
 * @param x     in [0, n]
 * @param n     ≥ 0
 * @param share chance of a success, in [0, 1]
 * @returns     probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Loader (2000); R: dbinom(x, n, share)
 * @example binomialChance(3, 10, 0.5) // => 0.1171875
 */
export const binomialChance = (x: number, n: number, share: number): number => {
  if (!(x >= 0 && x <= n) || !(share >= 0 && share <= 1))
    throw new RangeError(`${x} of ${n} with chance ${share}: need 0 ≤ x ≤ n and a share`);
  if (share === 0 || share === 1) return x === n * share ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-share));
  if (x === n) return share ** n;
  return splitChance(x, n - x, share, 1 - share);
};

/**
 * The same chance from both counts and both shares, for callers to whom one of them is too small to survive a
 * subtraction: (a + b)! / (a! b!) · share^a · rest^b.
 *
 * @param a     > 0, fractions allowed
 * @param b     > 0, fractions allowed
 * @param share in (0, 1)
 * @param rest  1 − share
 * @returns     probability in [0, 1]
 * @source Loader (2000)
 * @example splitChance(3, 7, 0.5, 0.5) // => 0.1171875
 */
export const splitChance = (a: number, b: number, share: number, rest: number): number => {
  const n = a + b;
  const gap = share < rest ? a - n * share : n * rest - b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const deviances = deviance(a, n * share, gap) + deviance(b, n * rest, -gap);
  return Math.exp(errors - deviances) * Math.sqrt(n / (2 * Math.PI * a * b));
};
