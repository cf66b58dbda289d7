import { midRanks } from '../describe/mid-ranks';
import { normalTwoSided } from '../distributions/normal';
import { groupRanks } from './group-ranks';
import { chanceAsFar, chosenRankSums, tailsOf } from './permuted-ranks';

export interface MannWhitneyTest {
  readonly sizes: readonly [number, number];
  readonly rankSums: readonly [number, number];
  readonly meanRanks: readonly [number, number];
  /** Pairs in which the first group is larger, ties as ½: R's W. */
  readonly firstLarger: number;
  /** Pairs in which the second group is larger. SPSS prints the smaller of the two. */
  readonly secondLarger: number;
  readonly hasTies: boolean;
  /** Corrected for ties, without continuity correction, as SPSS; null when all values are equal. */
  readonly z: number | null;
  readonly p: number | null;
  /** With continuity correction, R's default; null when all values are equal. */
  readonly pWithContinuity: number | null;
  /** Given the ties; null beyond 120 values. */
  readonly exact: { readonly twiceSmallerTail: number; readonly distanceFromMean: number } | null;
  /** Cliff's delta, also the rank-biserial correlation: 2 U₁ / (n₁n₂) − 1, positive when the first group is larger. */
  readonly cliffsDelta: number;
  /** U₁ / (n₁n₂): chance that one of the first group exceeds one of the second. */
  readonly commonLanguage: number;
  /** |z| / √n. */
  readonly r: number | null;
}

/** Beyond this many values the normal approximation is as good as the exact distribution. */
const MOST_FOR_EXACT = 120;

/**
 * Mann-Whitney test (Wilcoxon rank sum): does one of two independent groups tend to larger answers?
 *
 * @param first  values of one group, finite
 * @param second values of the other
 * @returns      the test in its usual forms; z and p null when all values are equal
 * @throws RangeError if a group is empty or a value is not finite
 * @source Mann & Whitney (1947); Cliff (1993), Psychological Bulletin 114, 494-509; R: wilcox.test, coin::wilcox_test
 * @example mannWhitneyTest([1, 3, 5, 7], [2, 4, 8, 9])?.exact?.twiceSmallerTail // => 0.4857
 */
export const mannWhitneyTest = (first: ArrayLike<number>, second: ArrayLike<number>): MannWhitneyTest => {
  const [n1, n2] = [first.length, second.length];
  if (n1 === 0 || n2 === 0) throw new RangeError('A group is empty');
  const { n, rankSums, tieSum } = groupRanks([first, second]);
  const [sum1 = 0, sum2 = 0] = rankSums;
  const firstLarger = sum1 - (n1 * (n1 + 1)) / 2;
  const distance = firstLarger - (n1 * n2) / 2;
  const sd = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tieSum / (n * (n - 1))));
  const isConstant = tieSum === n ** 3 - n;
  const z = isConstant ? null : distance / sd;
  return {
    sizes: [n1, n2],
    rankSums: [sum1, sum2],
    meanRanks: [sum1 / n1, sum2 / n2],
    firstLarger,
    secondLarger: n1 * n2 - firstLarger,
    hasTies: tieSum > 0,
    z,
    p: z === null ? null : normalTwoSided(z),
    pWithContinuity: isConstant ? null : normalTwoSided(Math.max(0, Math.abs(distance) - 0.5) / sd),
    exact: n > MOST_FOR_EXACT ? null : exactP(first, second),
    cliffsDelta: (2 * firstLarger) / (n1 * n2) - 1,
    commonLanguage: firstLarger / (n1 * n2),
    r: z === null ? null : Math.abs(z) / Math.sqrt(n),
  };
};

const exactP = (first: ArrayLike<number>, second: ArrayLike<number>): MannWhitneyTest['exact'] => {
  const { ranks } = midRanks([...Array.from(first), ...Array.from(second)]);
  const observed = ranks.subarray(0, first.length).reduce((total, rank) => total + rank, 0);
  const distribution = chosenRankSums(ranks, first.length);
  const { lower, upper } = tailsOf(distribution, observed);
  return {
    twiceSmallerTail: Math.min(1, 2 * Math.min(lower, upper)),
    distanceFromMean: chanceAsFar(distribution, observed, (first.length * (ranks.length + 1)) / 2),
  };
};
