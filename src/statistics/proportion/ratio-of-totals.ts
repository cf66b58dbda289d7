import { tCritical } from '../distributions/student-t';
import type { Interval } from '../interval';

/** One respondent's pair: how much there was, how much of it remains. */
export interface Pair {
  readonly whole: number;
  readonly part: number;
}

/**
 * Ratio of two totals, for example jobs that still exist among jobs created: Σ part / Σ whole. The interval takes
 * respondents, not jobs, as the independent units, because jobs of one employer stand and fall together.
 * SE = √(n/(n−1) · Σ(part − ratio · whole)²) / Σ whole; t with n − 1 degrees of freedom, cut to [0, 1] for shares.
 *
 * @param pairs      one per respondent, 0 ≤ part ≤ whole
 * @param confidence probability in (0, 1)
 * @returns          shares { ratio, interval }; ratio null when Σ whole = 0; interval null for fewer than two
 *                   respondents and when every respondent has the same ratio
 * @throws RangeError if a part exceeds its whole or is negative, or confidence outside (0, 1)
 * @source Cochran (1977), Sampling Techniques, 6.4; R: survey::svyratio under simple random sampling
 * @example ratioOfTotals([{ whole: 4, part: 3 }, { whole: 2, part: 2 }, { whole: 6, part: 3 }]).ratio // => 0.6667
 */
export const ratioOfTotals = (
  pairs: readonly Pair[],
  confidence = 0.95,
): { readonly ratio: number | null; readonly interval: Interval | null } => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (!pairs.every(({ whole, part }) => part >= 0 && part <= whole)) throw new RangeError('Need 0 ≤ part ≤ whole');

  const n = pairs.length;
  const whole = pairs.reduce((sum, pair) => sum + pair.whole, 0);
  if (whole === 0) return { ratio: null, interval: null };
  const ratio = pairs.reduce((sum, pair) => sum + pair.part, 0) / whole;
  const squares = pairs.reduce((sum, pair) => sum + (pair.part - ratio * pair.whole) ** 2, 0);
  if (n < 2 || squares === 0) return { ratio, interval: null };

  const half = (tCritical(confidence, n - 1) * Math.sqrt((n / (n - 1)) * squares)) / whole;
  return { ratio, interval: { low: Math.max(0, ratio - half), high: Math.min(1, ratio + half) } };
};
