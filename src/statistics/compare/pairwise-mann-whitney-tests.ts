import { adjustBonferroni } from './adjust-bonferroni';
import { adjustHolm } from './adjust-holm';
import { mannWhitneyTest } from './mann-whitney-test';
import { pairsOfGroups, type PairOfGroups } from './pairs';

/** Lists run along the pairs; null for a pair whose values are all equal. */
export interface PairwiseMannWhitneyTests {
  readonly pairs: readonly PairOfGroups[];
  /** With continuity correction. */
  readonly p: readonly (number | null)[];
  readonly holm: readonly (number | null)[];
  readonly bonferroni: readonly (number | null)[];
}

/**
 * Mann-Whitney tests of all pairs of groups with adjusted p. Every pair is ranked by itself; dunnTest uses the joint
 * ranks.
 *
 * @param groups values of each group, finite, none empty
 * @returns      p of every pair, plain and adjusted
 * @throws RangeError if a group is empty or a value is not finite
 * @source R: pairwise.wilcox.test(x, g, exact = FALSE)
 * @example pairwiseMannWhitneyTests([[1, 2, 3], [2, 4, 6], [7, 8, 9]]).p // => [0.2683, 0.0809, 0.0809]
 */
export const pairwiseMannWhitneyTests = (groups: readonly ArrayLike<number>[]): PairwiseMannWhitneyTests => {
  const pairs = pairsOfGroups(groups.length);
  const p = pairs.map(
    ({ first, second }) => mannWhitneyTest(groups[first] ?? [], groups[second] ?? []).pWithContinuity,
  );
  return { pairs, p, holm: adjustHolm(p), bonferroni: adjustBonferroni(p) };
};
