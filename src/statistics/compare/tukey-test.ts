import type { Summary } from '../describe/summary';
import { studentizedRangeQuantile, studentizedRangeUpper } from '../distributions/studentized-range';
import type { Interval } from '../interval';
import { sum } from '../vector';
import { pairsOfGroups, type PairOfGroups } from './pairs';
import { pooledSd } from './pooled-sd';

/** One pair of groups, judged so that all pairs together keep the confidence. */
export interface RangeComparison extends PairOfGroups {
  /** First mean minus second. */
  readonly difference: number;
  /** |difference| / standard error of one mean: studentized range. */
  readonly q: number;
  readonly df: number;
  readonly p: number;
  /** Of the difference, simultaneous. */
  readonly interval: Interval;
}

export interface TukeyTest {
  readonly df: number;
  /** The q that a pair must exceed. */
  readonly critical: number;
  readonly pairs: readonly RangeComparison[];
}

/**
 * Tukey's honestly significant differences (Tukey-Kramer for unequal groups): which pairs of means differ, all pairs
 * judged together? Assumes equal variances; gamesHowellTest does not.
 *
 * @param groups     n, mean and sample standard deviation of each, none empty
 * @param confidence of all intervals together, probability in (0, 1)
 * @returns          every pair; null when no group has two values, or none varies
 * @throws RangeError if there are fewer than two groups, one is empty, or confidence is outside (0, 1)
 * @source Tukey (1953); Kramer (1956), Biometrics 12, 307-310; R: TukeyHSD(aov(x ~ g))
 * @example tukeyTest([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 2, sd: 1 }, { n: 9, mean: 4, sd: 1 }])?.critical // => 3.5317
 */
export const tukeyTest = (groups: readonly Summary[], confidence = 0.95): TukeyTest | null => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some(({ n }) => n === 0)) throw new RangeError('A group is empty');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  const sd = pooledSd(groups);
  if (sd === null || sd === 0) return null;
  const df = sum(groups.map(({ n }) => n - 1));
  const critical = studentizedRangeQuantile(confidence, groups.length, df);
  const pairs = pairsOfGroups(groups.length).map((pair) => {
    const [first, second] = [groups[pair.first], groups[pair.second]];
    const se = sd * Math.sqrt((1 / (first?.n ?? 1) + 1 / (second?.n ?? 1)) / 2);
    return compareRange(
      { ...pair, difference: (first?.mean ?? 0) - (second?.mean ?? 0), se, df },
      critical,
      groups.length,
    );
  });
  return { df, critical, pairs };
};

/** One comparison, from the difference and the standard error of one mean. */
export const compareRange = (
  {
    first,
    second,
    difference,
    se,
    df,
  }: PairOfGroups & { readonly difference: number; readonly se: number; readonly df: number },
  critical: number,
  means: number,
): RangeComparison => {
  const q = Math.abs(difference) / se;
  const half = critical * se;
  const interval = { low: difference - half, high: difference + half };
  return { first, second, difference, q, df, p: studentizedRangeUpper(q, means, df), interval };
};
