import type { Summary } from '../describe/summary';
import { studentizedRangeQuantile } from '../distributions/studentized-range';
import { pairsOfGroups } from './pairs';
import { compareRange, type RangeComparison } from './tukey-test';
import { welchTest } from './welch-test';

/**
 * Games and Howell's test: which pairs of means differ, all pairs judged together, without assuming equal variances?
 * Each pair has its own standard error and Welch's degrees of freedom.
 *
 * @param groups     n, mean and sample standard deviation of each
 * @param confidence of all intervals together, probability in (0, 1)
 * @returns          every pair in the order of pairsOfGroups; null for a pair whose Welch test does not exist, or has
 *                   fewer than one degree of freedom
 * @throws RangeError if there are fewer than two groups or confidence is outside (0, 1)
 * @source Games & Howell (1976), Journal of Educational Statistics 1, 113-125
 * @example gamesHowellTest([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 4, sd: 2 }, { n: 9, mean: 2, sd: 1 }])[0]?.df // => 11.7647
 */
export const gamesHowellTest = (groups: readonly Summary[], confidence = 0.95): readonly (RangeComparison | null)[] => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  return pairsOfGroups(groups.length).map((pair) => {
    const [first, second] = [groups[pair.first], groups[pair.second]];
    const welch = first && second ? welchTest(first, second, confidence) : null;
    if (!first || !second || welch === null || welch.df < 1) return null;
    const { difference, df } = welch;
    const se = Math.sqrt(((first.sd ?? 0) ** 2 / first.n + (second.sd ?? 0) ** 2 / second.n) / 2);
    const critical = studentizedRangeQuantile(confidence, groups.length, df);
    return compareRange({ ...pair, difference, se, df }, critical, groups.length);
  });
};
