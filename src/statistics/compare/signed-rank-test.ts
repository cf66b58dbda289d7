import { midRanks } from '../describe/mid-ranks';
import { normalTwoSided } from '../distributions/normal';
import { assertFinite, sum } from '../vector';
import { signedRankSums, tailsOf } from './permuted-ranks';

export interface SignedRankTest {
  readonly n: number;
  readonly zeros: number;
  /** Differences that are not zero. */
  readonly nUsed: number;
  readonly hasTies: boolean;
  /** V: sum of the ranks of positive differences; null when every difference is zero. */
  readonly positiveRankSum: number | null;
  readonly negativeRankSum: number | null;
  /** Corrected for ties, without continuity correction: SPSS's Z up to its sign. */
  readonly z: number | null;
  readonly p: number | null;
  /** With continuity correction, R's default. */
  readonly pWithContinuity: number | null;
  /** Twice the smaller tail, given the ties; null beyond 300 differences. */
  readonly exactP: number | null;
  /** (V − negative rank sum) / their sum, in [−1, 1]. */
  readonly rankBiserial: number | null;
  /** |z| / √nUsed. */
  readonly rOfUsed: number | null;
  /** |z| / √n. */
  readonly rOfAll: number | null;
}

const MOST_FOR_EXACT = 300;

/**
 * Wilcoxon's signed rank test: did the answers of the same people shift? Zero differences are dropped. Differences are
 * rounded to 10 decimals first, because 0.3 − 0.2 and 0.2 − 0.1 are equal to the respondent but not to the computer.
 *
 * @param differences first minus second per respondent, or value minus hypothesis; finite
 * @returns           the test in its usual forms; null fields when every difference is zero
 * @throws RangeError if a difference is not finite
 * @source Wilcoxon (1945); Streitberg & Röhmel (1986) for the exact form; R: wilcox.test(a, b, paired = TRUE)
 * @example signedRankTest([1, -2, 3, 4, 5]).exactP // => 0.1875
 */
export const signedRankTest = (differences: readonly number[]): SignedRankTest => {
  assertFinite(differences, 'differences');
  const used = differences.map(toTenDecimals).filter((difference) => difference !== 0);
  const [n, nUsed] = [differences.length, used.length];
  const known = { n, zeros: n - nUsed, nUsed };
  if (nUsed === 0) return { ...known, ...UNDEFINED };

  const { ranks, tieSum } = midRanks(used.map(Math.abs));
  const positive = sum(ranks.filter((_, at) => (used[at] ?? 0) > 0));
  const total = (nUsed * (nUsed + 1)) / 2;
  const distance = positive - total / 2;
  const sd = Math.sqrt((nUsed * (nUsed + 1) * (2 * nUsed + 1)) / 24 - tieSum / 48);
  const z = distance / sd;
  return {
    ...known,
    hasTies: tieSum > 0,
    positiveRankSum: positive,
    negativeRankSum: total - positive,
    z,
    p: normalTwoSided(z),
    pWithContinuity: normalTwoSided(Math.max(0, Math.abs(distance) - 0.5) / sd),
    exactP: nUsed > MOST_FOR_EXACT ? null : exactP(ranks, positive),
    rankBiserial: (2 * positive - total) / total,
    rOfUsed: Math.abs(z) / Math.sqrt(nUsed),
    rOfAll: Math.abs(z) / Math.sqrt(n),
  };
};

const UNDEFINED = {
  hasTies: false,
  positiveRankSum: null,
  negativeRankSum: null,
  z: null,
  p: null,
  pWithContinuity: null,
  exactP: null,
  rankBiserial: null,
  rOfUsed: null,
  rOfAll: null,
};

const toTenDecimals = (difference: number): number => {
  const scaled = difference * 1e10;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / 1e10 : difference;
};

const exactP = (ranks: Float64Array, positive: number): number => {
  const { lower, upper } = tailsOf(signedRankSums(ranks), positive);
  return Math.min(1, 2 * Math.min(lower, upper));
};
