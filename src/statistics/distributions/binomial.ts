import { incompleteBeta } from './incomplete-beta';

/**
 * Lower tail of the binomial distribution: the chance of at most `successes` among n trials, as an incomplete beta
 * function, so that no sum over outcomes is needed.
 *
 * @param successes whole number in [0, n]
 * @param n         trials, whole number ≥ 0
 * @param share     chance of a success, in [0, 1]
 * @returns         probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.5.24; R: pbinom(successes, n, share)
 * @example binomialLower(3, 10, 0.5) // => 0.171875
 */
export const binomialLower = (successes: number, n: number, share: number): number => {
  refuseOutside(successes, n, share);
  return successes === n ? 1 : incompleteBeta(1 - share, n - successes, successes + 1);
};

/**
 * Upper tail of the binomial distribution: the chance of at least `successes` among n trials.
 *
 * @param successes whole number in [0, n]
 * @param n         trials, whole number ≥ 0
 * @param share     chance of a success, in [0, 1]
 * @returns         probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.5.24; R: pbinom(successes - 1, n, share, FALSE)
 * @example binomialUpper(7, 10, 0.5) // => 0.171875
 */
export const binomialUpper = (successes: number, n: number, share: number): number => {
  refuseOutside(successes, n, share);
  return successes === 0 ? 1 : incompleteBeta(share, successes, n - successes + 1);
};

const refuseOutside = (successes: number, n: number, share: number): void => {
  const whole = Number.isInteger(successes) && Number.isInteger(n);
  if (!whole || !(successes >= 0 && successes <= n))
    throw new RangeError(`${successes} of ${n}: need whole 0 ≤ successes ≤ n`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share = ${share}: need 0 ≤ share ≤ 1`);
};
