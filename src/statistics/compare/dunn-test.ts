import { normalTwoSided } from '../distributions/normal';
import { adjustBenjaminiHochberg } from './adjust-benjamini-hochberg';
import { adjustBonferroni } from './adjust-bonferroni';
import { adjustHolm } from './adjust-holm';
import { groupRanks } from './group-ranks';
import { pairsOfGroups, type PairOfGroups } from './pairs';

/** Lists run along the pairs; null when all values are equal. */
export interface DunnTest {
  readonly pairs: readonly PairOfGroups[];
  /** Positive when the first group ranks higher. */
  readonly z: readonly (number | null)[];
  /** Two-sided; R's dunn.test prints half of it. */
  readonly p: readonly (number | null)[];
  readonly bonferroni: readonly (number | null)[];
  readonly holm: readonly (number | null)[];
  readonly benjaminiHochberg: readonly (number | null)[];
}

/**
 * Dunn's test: which pairs of groups differ, after a Kruskal-Wallis test? Mean ranks of the joint ranking, corrected for
 * ties: z = (R̄₁ − R̄₂) / √((n(n + 1)/12 − Σ(t³ − t)/(12(n − 1)))(1/n₁ + 1/n₂)).
 *
 * @param groups values of each group, finite, none empty
 * @returns      every pair, p plain and adjusted
 * @throws RangeError if there are fewer than two groups, one is empty, or a value is not finite
 * @source Dunn (1964), Technometrics 6, 241-252; SPSS's "Adj. Sig." is the Bonferroni form
 * @example dunnTest([[1, 2, 3], [2, 4, 6], [7, 8, 9]]).z // => [-0.8982, -2.47, -1.5718]
 */
export const dunnTest = (groups: readonly ArrayLike<number>[]): DunnTest => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some(({ length }) => length === 0)) throw new RangeError('A group is empty');
  const { n, sizes, meanRanks, tieSum } = groupRanks(groups);
  const variance = (n * (n + 1)) / 12 - tieSum / (12 * (n - 1));
  const pairs = pairsOfGroups(groups.length);
  const z = pairs.map(({ first, second }) => {
    const se = Math.sqrt(variance * (1 / (sizes[first] ?? 1) + 1 / (sizes[second] ?? 1)));
    return tieSum === n ** 3 - n ? null : ((meanRanks[first] ?? 0) - (meanRanks[second] ?? 0)) / se;
  });
  const p = z.map((statistic) => (statistic === null ? null : normalTwoSided(statistic)));
  return {
    pairs,
    z,
    p,
    bonferroni: adjustBonferroni(p),
    holm: adjustHolm(p),
    benjaminiHochberg: adjustBenjaminiHochberg(p),
  };
};
