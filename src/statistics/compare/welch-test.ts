import type { Summary } from '../describe/summary';
import { tCritical, tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';

export interface WelchTest {
  /** First mean minus second mean. */
  readonly difference: number;
  readonly t: number;
  /** Degrees of freedom by Welch and Satterthwaite, a fraction. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** Of the difference. */
  readonly interval: Interval;
}

/**
 * Welch's t test: do the means of two independent groups differ? Does not assume equal variances, so it is safe for
 * groups of unequal size. A ceiling near 5 makes it conservative with small groups, not wrong.
 *
 * @param first      n, mean and sample standard deviation
 * @param second     the same of the other group
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test; null when a group has fewer than two values, or when neither group varies
 * @throws RangeError if confidence is outside (0, 1)
 * @source Welch (1947), Biometrika 34, 28-35; R: t.test(x, y)
 * @example welchTest({ n: 30, mean: 4.81, sd: 0.5 }, { n: 30, mean: 4.72, sd: 0.5 })?.p // => 0.4885
 */
export const welchTest = (first: Summary, second: Summary, confidence = 0.95): WelchTest | null => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (first.mean === null || second.mean === null || first.sd === null || second.sd === null) return null;
  const a = first.sd ** 2 / first.n;
  const b = second.sd ** 2 / second.n;
  if (a + b === 0) return null;

  const difference = first.mean - second.mean;
  const se = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const half = tCritical(confidence, df) * se;
  const t = difference / se;
  return { difference, t, df, p: tTwoSided(t, df), interval: { low: difference - half, high: difference + half } };
};
