import type { Summary } from '../describe/summary';
import { chiSquareUpper } from '../distributions/chi-square';
import { sum } from '../vector';
import { pooledSd } from './pooled-sd';

/** A test whose statistic follows a chi-square distribution. */
export interface ChiSquareStatistic {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Bartlett's test: do groups scatter equally? Sharp for normal values, misled by any others: prefer leveneTest.
 *
 * @param groups n, mean and sample standard deviation of each
 * @returns      the test; null when a group has fewer than two values or does not vary
 * @throws RangeError if there are fewer than two groups
 * @source Bartlett (1937), Proceedings of the Royal Society A 160, 268-282; R: bartlett.test(x, g)
 * @example bartlettTest([{ n: 10, mean: 0, sd: 1 }, { n: 10, mean: 0, sd: 2 }])?.statistic // => 3.8052
 */
export const bartlettTest = (groups: readonly Summary[]): ChiSquareStatistic | null => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  const sd = pooledSd(groups);
  if (sd === null || groups.some((group) => group.sd === null || group.sd === 0)) return null;
  const df = sum(groups.map(({ n }) => n - 1));
  const spread = df * Math.log(sd ** 2) - sum(groups.map((group) => (group.n - 1) * Math.log((group.sd ?? 1) ** 2)));
  const correction = 1 + (sum(groups.map(({ n }) => 1 / (n - 1))) - 1 / df) / (3 * (groups.length - 1));
  const statistic = Math.max(0, spread / correction);
  return { statistic, df: groups.length - 1, p: chiSquareUpper(statistic, groups.length - 1) };
};
