import { midRanks } from '../describe/mid-ranks';
import { chiSquareUpper } from '../distributions/chi-square';
import { normalTwoSided } from '../distributions/normal';
import { assertSameLength, sum } from '../vector';
import { adjustBonferroni } from './adjust-bonferroni';
import { pairsOfGroups, type PairOfGroups } from './pairs';

export interface FriedmanTest {
  /** Respondents. */
  readonly n: number;
  /** Null without respondents. */
  readonly meanRanks: readonly (number | null)[];
  /** Corrected for ties; null when every respondent gives all items the same answer. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Kendall's W = χ² / (n(k − 1)): agreement of the respondents' orders, in [0, 1]. */
  readonly kendallW: number | null;
  readonly pairs: readonly PairOfGroups[];
  /** (R̄₁ − R̄₂) / √(k(k + 1)/(6n)), without correction for ties, as SPSS; empty without respondents. */
  readonly pairwiseZ: readonly number[];
  readonly pairwiseP: readonly number[];
  readonly pairwiseBonferroni: readonly (number | null)[];
}

/**
 * Friedman's test: do the same people answer several items at different levels? Each respondent's answers are ranked
 * among themselves.
 *
 * @param items one list per item, one value per respondent in the same order
 * @returns     the test, with Dunn's comparison of all pairs
 * @throws RangeError if there are fewer than two items, lengths differ or a value is not finite
 * @source Friedman (1937), JASA 32, 675-701; SPSS, NPTESTS; R: friedman.test(as.matrix(x))
 * @example friedmanTest([[1, 2, 1, 3], [2, 3, 3, 4], [3, 1, 4, 5]]).statistic // => 3.5
 */
export const friedmanTest = (items: readonly ArrayLike<number>[]): FriedmanTest => {
  const [n, k] = [items[0]?.length ?? 0, items.length];
  if (k < 2) throw new RangeError(`${k} item(s): need at least 2`);
  items.forEach((item, at) => {
    assertSameLength(n, item, `items[${at}]`);
  });
  const { rankSums, tieSum } = rankWithin(items, n);
  const meanRanks = rankSums.map((total) => total / n);
  const between = 12 * sum(rankSums.map((total) => (total - (n * (k + 1)) / 2) ** 2));
  const width = n * k * (k + 1) - tieSum / (k - 1);
  const statistic = width > 0 ? between / width : null;
  const pairs = n === 0 ? [] : pairsOfGroups(k);
  const se = Math.sqrt((k * (k + 1)) / (6 * n));
  const pairwiseZ = pairs.map(({ first, second }) => ((meanRanks[first] ?? 0) - (meanRanks[second] ?? 0)) / se);
  const pairwiseP = pairwiseZ.map(normalTwoSided);
  return {
    n,
    meanRanks: n === 0 ? items.map(() => null) : meanRanks,
    statistic,
    df: k - 1,
    p: statistic === null ? null : chiSquareUpper(statistic, k - 1),
    kendallW: statistic === null ? null : statistic / (n * (k - 1)),
    pairs,
    pairwiseZ,
    pairwiseP,
    pairwiseBonferroni: adjustBonferroni(pairwiseP),
  };
};

const rankWithin = (
  items: readonly ArrayLike<number>[],
  n: number,
): { readonly rankSums: readonly number[]; readonly tieSum: number } => {
  const rankSums = items.map(() => 0);
  let tieSum = 0;
  for (let respondent = 0; respondent < n; respondent += 1) {
    const own = midRanks(items.map((item) => item[respondent] ?? NaN));
    tieSum += own.tieSum;
    own.ranks.forEach((rank, item) => (rankSums[item] = (rankSums[item] ?? 0) + rank));
  }
  return { rankSums, tieSum };
};
