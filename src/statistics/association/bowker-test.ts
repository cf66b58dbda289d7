import { pairsOfGroups } from '../compare/pairs';
import { chiSquareUpper } from '../distributions/chi-square';
import { sum } from '../vector';
import { tableMargins, type Counts } from './contingency-table';

export interface BowkerTest {
  readonly n: number;
  /** Σ (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ); empty pairs add nothing; null when every pair is empty. */
  readonly statistic: number | null;
  /** k (k − 1) / 2, R's. */
  readonly df: number;
  readonly p: number | null;
  /** Pairs of categories between which somebody changed. */
  readonly dfWithoutEmptyPairs: number;
  readonly pWithoutEmptyPairs: number | null;
}

/**
 * Bowker's test of symmetry: did as many people change from each category to each other one as the other way round?
 * McNemar's test for more than two categories.
 *
 * @param counts square table of two answers of the same people, the same categories in rows and columns
 * @returns      the test with both counts of degrees of freedom; p null when nobody changed
 * @throws RangeError if the table is not square or a count is negative or not finite
 * @source Bowker (1948), JASA 43, 572-574; R: mcnemar.test(t), which gives NaN when a pair is empty
 * @example bowkerTest([[10, 5, 3], [2, 12, 6], [1, 4, 9]]).statistic // => 2.6857
 */
export const bowkerTest = (counts: Counts): BowkerTest => {
  const { n } = tableMargins(counts);
  if (counts.some((row) => row.length !== counts.length)) throw new RangeError('Need a square table');
  const pairs = pairsOfGroups(counts.length).map(({ first, second }) => ({
    there: counts[first]?.[second] ?? 0,
    back: counts[second]?.[first] ?? 0,
  }));
  const changed = pairs.filter(({ there, back }) => there + back > 0);
  const statistic =
    changed.length === 0 ? null : sum(changed.map(({ there, back }) => (there - back) ** 2 / (there + back)));
  return {
    n,
    statistic,
    df: pairs.length,
    p: statistic === null ? null : chiSquareUpper(statistic, pairs.length),
    dfWithoutEmptyPairs: changed.length,
    pWithoutEmptyPairs: statistic === null ? null : chiSquareUpper(statistic, changed.length),
  };
};
