import { pearsonCorrelation } from '../association/pearson-correlation';
import { summarise, type Summary } from '../describe/summary';
import { assertSameLength } from '../vector';
import { oneSampleTTest, type OneSampleTTest } from './one-sample-t-test';

export interface PairedTTest {
  readonly n: number;
  readonly first: Summary;
  readonly second: Summary;
  /** First minus second, respondent by respondent. */
  readonly difference: Summary;
  /** Pearson's r of the two answers; null when one does not vary. */
  readonly correlation: number | null;
  /** Of the differences against 0, with their mean's interval; null when the differences do not vary. */
  readonly test: OneSampleTTest | null;
  /** Mean difference / sd of the differences. */
  readonly cohenDz: number | null;
  /** Mean difference / mean of the two standard deviations. */
  readonly cohenDav: number | null;
  /** Mean difference / √(mean of the two variances). */
  readonly cohenDavOfVariances: number | null;
}

/**
 * Paired t test: did the mean change between two answers of the same people?
 *
 * @param first      one value per respondent
 * @param second     the other value of the same respondents, same order and unit
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test and three effect sizes; null fields where nothing varies
 * @throws RangeError if lengths differ, a value is not finite, or confidence is outside (0, 1)
 * @source Student (1908); Lakens (2013), Frontiers in Psychology 4, 863; R: t.test(a, b, paired = TRUE)
 * @example pairedTTest([5, 4, 3, 5], [4, 4, 1, 3]).test?.t // => 2.6112
 */
export const pairedTTest = (first: readonly number[], second: readonly number[], confidence = 0.95): PairedTTest => {
  assertSameLength(first.length, second, 'second');
  const [a, b] = [summarise(first), summarise(second)];
  const difference = summarise(first.map((value, at) => value - (second[at] ?? 0)));
  const test = oneSampleTTest(difference, 0, confidence);
  const over = (scale: number): number | null => (scale === 0 ? null : (difference.mean ?? 0) / scale);
  return {
    n: a.n,
    first: a,
    second: b,
    difference,
    correlation: pearsonCorrelation(first, second)?.r ?? null,
    test,
    cohenDz: test?.cohenD ?? null,
    cohenDav: a.sd === null || b.sd === null ? null : over((a.sd + b.sd) / 2),
    cohenDavOfVariances: a.sd === null || b.sd === null ? null : over(Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2)),
  };
};
