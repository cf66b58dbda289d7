import { meanInterval } from '../describe/mean-interval';
import type { Summary } from '../describe/summary';
import { tLower, tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';

export interface OneSampleTTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** For a mean above the hypothesis. */
  readonly pGreater: number;
  /** Of the mean. */
  readonly interval: Interval | null;
  /** (mean − hypothesis) / sd. */
  readonly cohenD: number;
}

/**
 * One-sample t test: does the mean differ from a given value, such as the middle of a scale?
 * t = (mean − hypothesis) / (sd / √n). Serves for paired answers as well, given their differences.
 *
 * @param summary    n, mean and sample standard deviation
 * @param hypothesis the mean to test, finite
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test; null with fewer than two values, and when all values are equal
 * @throws RangeError if the hypothesis is not finite or confidence is outside (0, 1)
 * @source Student (1908); R: t.test(x, mu = hypothesis)
 * @example oneSampleTTest({ n: 25, mean: 3.4, sd: 1 }, 3)?.p // => 0.0569
 */
export const oneSampleTTest = (
  { n, mean, sd }: Summary,
  hypothesis: number,
  confidence = 0.95,
): OneSampleTTest | null => {
  if (!Number.isFinite(hypothesis)) throw new RangeError(`hypothesis = ${hypothesis}: need a finite number`);
  const interval = meanInterval({ n, mean, sd }, confidence);
  if (mean === null || sd === null || sd === 0) return null;
  const cohenD = (mean - hypothesis) / sd;
  const t = cohenD * Math.sqrt(n);
  return { t, df: n - 1, p: tTwoSided(t, n - 1), pGreater: tLower(-t, n - 1), interval, cohenD };
};
