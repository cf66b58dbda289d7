import { checkCount } from './check-count';

/** A share among n answers and the standard error that the Wald interval takes. */
export interface ShareEstimate {
  /** In [0, 1]. */
  readonly share: number;
  /** √(share (1 − share) / n); 0 when everyone agrees, which is no certainty. */
  readonly se: number;
}

/**
 * The share of successes among n answers.
 *
 * @param successes count, 0 ≤ successes ≤ n
 * @param n         answers counted
 * @returns         { share, se }; null when n = 0
 * @throws RangeError if successes is outside [0, n]
 * @source binomial variance
 * @example shareEstimate(8, 10) // => { share: 0.8, se: 0.1265 }
 */
export const shareEstimate = (successes: number, n: number): ShareEstimate | null => {
  checkCount(successes, n);
  if (n === 0) return null;
  const share = successes / n;
  return { share, se: Math.sqrt((share * (1 - share)) / n) };
};
