import { checkCount } from './check-count';

/** Successes among the answers of two independent groups. */
export interface SharePair {
  readonly first: { readonly successes: number; readonly n: number };
  readonly second: { readonly successes: number; readonly n: number };
}

/** What formulas for two shares need: the shares, their Wald variances and their difference. */
export interface PairedShares {
  readonly p1: number;
  readonly p2: number;
  readonly n1: number;
  readonly n2: number;
  /** p1 − p2. */
  readonly difference: number;
  /** p1(1 − p1)/n1 + p2(1 − p2)/n2. */
  readonly variance: number;
}

/**
 * Shares of two groups and the variance of their difference.
 *
 * @param pair successes and answers of each group
 * @returns    shares in [0, 1]; null when a group is empty
 * @throws RangeError if successes are outside [0, n]
 * @source binomial variance
 * @example sharesOf({ first: { successes: 8, n: 10 }, second: { successes: 2, n: 5 } })?.difference // => 0.4
 */
export const sharesOf = ({ first, second }: SharePair): PairedShares | null => {
  checkCount(first.successes, first.n);
  checkCount(second.successes, second.n);
  const [n1, n2] = [first.n, second.n];
  if (n1 === 0 || n2 === 0) return null;
  const [p1, p2] = [first.successes / n1, second.successes / n2];
  return { p1, p2, n1, n2, difference: p1 - p2, variance: (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2 };
};
