import { chiSquareUpper } from '../distributions/chi-square';
import { sum } from '../vector';
import { groupRanks, type GroupRanks } from './group-ranks';

export interface KruskalWallisTest extends GroupRanks {
  /** H corrected for ties; null when all values are equal. */
  readonly statistic: number | null;
  readonly statisticWithoutTies: number;
  readonly df: number;
  readonly p: number | null;
  /** H / (n − 1), in [0, 1]. */
  readonly epsilonSquared: number | null;
  /** (H − k + 1) / (n − k), may be negative; null when every group has one value. */
  readonly etaSquared: number | null;
}

/**
 * Kruskal-Wallis test: do several independent groups differ in the level of their answers? An analysis of variance of
 * ranks, for ordered answers and for values far from normal.
 *
 * @param groups values of each group, finite, none empty; see splitByGroup for columns
 * @returns      the test, corrected for ties; statistic and p null when all values are equal
 * @throws RangeError if there are fewer than two groups, one is empty, or a value is not finite
 * @source Kruskal & Wallis (1952), JASA 47, 583-621; Tomczak & Tomczak (2014); R: kruskal.test(x, g)
 * @example kruskalWallisTest([[1, 2, 3], [2, 4, 6], [7, 8, 9]]).p // => 0.0439
 */
export const kruskalWallisTest = (groups: readonly ArrayLike<number>[]): KruskalWallisTest => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some(({ length }) => length === 0)) throw new RangeError('A group is empty');
  const ranks = groupRanks(groups);
  const { n, sizes, meanRanks, tieSum } = ranks;
  const k = groups.length;
  const between = sum(sizes.map((size, group) => size * ((meanRanks[group] ?? 0) - (n + 1) / 2) ** 2));
  const statisticWithoutTies = (12 / (n * (n + 1))) * between;
  const correction = 1 - tieSum / (n ** 3 - n);
  const statistic = correction > 0 && n > 1 ? statisticWithoutTies / correction : null;
  return {
    ...ranks,
    statistic,
    statisticWithoutTies,
    df: k - 1,
    p: statistic === null ? null : chiSquareUpper(statistic, k - 1),
    epsilonSquared: statistic === null ? null : statistic / (n - 1),
    etaSquared: statistic === null || n === k ? null : (statistic - k + 1) / (n - k),
  };
};
