import type { Summary } from '../describe/summary';
import { tTwoSided } from '../distributions/student-t';
import { sum } from '../vector';
import { adjustBenjaminiHochberg } from './adjust-benjamini-hochberg';
import { adjustBonferroni } from './adjust-bonferroni';
import { adjustHolm } from './adjust-holm';
import { pairsOfGroups, type PairOfGroups } from './pairs';
import { pooledSd } from './pooled-sd';
import { welchTest } from './welch-test';

/** Lists run along the pairs; null for a pair that cannot be tested. */
export interface PairwiseTTests {
  readonly pairs: readonly PairOfGroups[];
  /** With the standard deviation pooled over all groups; df of all groups. */
  readonly t: readonly (number | null)[];
  readonly df: number;
  readonly p: readonly (number | null)[];
  readonly bonferroni: readonly (number | null)[];
  readonly holm: readonly (number | null)[];
  readonly benjaminiHochberg: readonly (number | null)[];
  /** Welch's test of each pair, without pooling. */
  readonly welchP: readonly (number | null)[];
  readonly welchHolm: readonly (number | null)[];
}

/**
 * Pairwise t tests with adjusted p: which pairs of means differ? Pooled over all groups, and by Welch.
 *
 * @param groups n, mean and sample standard deviation of each, none empty
 * @returns      p of every pair, plain and adjusted over the pairs tested
 * @throws RangeError if there are fewer than two groups or one is empty
 * @source R: pairwise.t.test(x, g, p.adjust.method, pool.sd = TRUE | FALSE)
 * @example pairwiseTTests([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 2, sd: 1 }, { n: 9, mean: 4, sd: 1 }]).t // => [-2.1213, -6.364, -4.2426]
 */
export const pairwiseTTests = (groups: readonly Summary[]): PairwiseTTests => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some(({ n }) => n === 0)) throw new RangeError('A group is empty');
  const pairs = pairsOfGroups(groups.length);
  const [sd, df] = [pooledSd(groups), sum(groups.map(({ n }) => n - 1))];
  const both = <T>({ first, second }: PairOfGroups, compare: (a: Summary, b: Summary) => T): T | null => {
    const [a, b] = [groups[first], groups[second]];
    return a && b ? compare(a, b) : null;
  };
  const t = pairs.map((pair) =>
    both(pair, (a, b) =>
      sd === null || sd === 0 ? null : ((a.mean ?? 0) - (b.mean ?? 0)) / (sd * Math.sqrt(1 / a.n + 1 / b.n)),
    ),
  );
  const p = t.map((statistic) => (statistic === null ? null : tTwoSided(statistic, df)));
  const welchP = pairs.map((pair) => both(pair, (a, b) => welchTest(a, b)?.p ?? null));
  return {
    pairs,
    t,
    df,
    p,
    bonferroni: adjustBonferroni(p),
    holm: adjustHolm(p),
    benjaminiHochberg: adjustBenjaminiHochberg(p),
    welchP,
    welchHolm: adjustHolm(welchP),
  };
};
