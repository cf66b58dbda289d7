import type { Summary } from '../describe/summary';
import { tCritical, tTwoSided } from '../distributions/student-t';
import { zCritical } from '../distributions/normal';
import { pooledSd } from './pooled-sd';
import type { WelchTest } from './welch-test';

/**
 * Student's t test with a pooled variance: do the means of two independent groups differ? Assumes equal variances;
 * welchTest does not, and is the better default.
 *
 * @param first      n, mean and sample standard deviation
 * @param second     the same of the other group
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test, df = n₁ + n₂ − 2; null when a group is empty, both have one value, or neither varies
 * @throws RangeError if confidence is outside (0, 1)
 * @source Student (1908); R: t.test(x, y, var.equal = TRUE)
 * @example studentTest({ n: 30, mean: 4.81, sd: 0.5 }, { n: 20, mean: 4.5, sd: 0.6 })?.p // => 0.0532
 */
export const studentTest = (first: Summary, second: Summary, confidence = 0.95): WelchTest | null => {
  zCritical(confidence);
  const sd = pooledSd([first, second]);
  if (first.mean === null || second.mean === null || sd === null || sd === 0) return null;
  const difference = first.mean - second.mean;
  const se = sd * Math.sqrt(1 / first.n + 1 / second.n);
  const df = first.n + second.n - 2;
  const half = tCritical(confidence, df) * se;
  const t = difference / se;
  return { difference, t, df, p: tTwoSided(t, df), interval: { low: difference - half, high: difference + half } };
};
