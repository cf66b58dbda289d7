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

/** What a ratio of totals needs to know of the pairs; sums of parts add up. */
export interface PairSums {
  readonly n: number;
  readonly whole: number;
  readonly part: number;
  readonly wholeSquared: number;
  readonly partSquared: number;
  /** Σ whole · part. */
  readonly product: number;
}

/** Beside the largest of its terms, a sum of squares this small is rounding. */
const ROUNDING = 1e-12;

/**
 * The same ratio from sums, for many respondents counted once: Σ(part − ratio · whole)² is Σpart² − 2 · ratio · Σ(whole ·
 * part) + ratio² · Σwhole².
 *
 * @param sums       over respondents with 0 ≤ part ≤ whole
 * @param confidence probability in (0, 1)
 * @returns          as `ratioOfTotals`
 * @throws RangeError if confidence is outside (0, 1)
 * @source as `ratioOfTotals`
 * @example ratioFromSums({ n: 3, whole: 12, part: 8, wholeSquared: 56, partSquared: 22, product: 34 }).ratio // => 0.6667
 */
export const ratioFromSums = (
  { n, whole, part, wholeSquared, partSquared, product }: PairSums,
  confidence = 0.95,
): { readonly ratio: number | null; readonly interval: Interval | null } => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (whole === 0) return { ratio: null, interval: null };
  const ratio = part / whole;
  const squares = partSquared - 2 * ratio * product + ratio ** 2 * wholeSquared;
  if (n < 2 || squares <= ROUNDING * partSquared) return { ratio, interval: null };

  const half = (tCritical(confidence, n - 1) * Math.sqrt((n / (n - 1)) * squares)) / whole;
  return { ratio, interval: { low: Math.max(0, ratio - half), high: Math.min(1, ratio + half) } };
};
