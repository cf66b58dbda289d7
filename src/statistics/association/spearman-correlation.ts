import { midRanks } from '../describe/mid-ranks';
import type { Interval } from '../interval';
import { correlationTest, fisherInterval, pearsonCorrelation } from './pearson-correlation';
import { spearmanExactP } from './spearman-exact';

export interface SpearmanCorrelation {
  readonly n: number;
  readonly hasTies: boolean;
  /** In [−1, 1]. */
  readonly rho: number;
  /** Σ of squared rank differences, corrected for ties: (n³ − n)(1 − ρ)/6. */
  readonly sumOfSquares: number;
  readonly t: number | null;
  readonly df: number;
  /** Two-sided, by the t approximation. */
  readonly p: number | null;
  /** Two-sided from the exact distribution; null with ties or for n > 9. */
  readonly exactP: number | null;
  /** Fisher's z with variance (1 + ρ²/2)/(n − 3), Bonett & Wright (2000): the recommended one. */
  readonly interval: Interval | null;
  /** With variance 1.06/(n − 3), Fieller, Hartley & Pearson (1957). */
  readonly fiellerInterval: Interval | null;
  /** With variance 1/(n − 3), as for Pearson's r. */
  readonly fisherInterval: Interval | null;
}

/**
 * Spearman's rank correlation: Pearson's r of the ranks, tied values sharing their mean rank. Asks only whether one
 * variable rises with the other, not by how much.
 *
 * @param x          one value per respondent
 * @param y          the other variable of the same respondents
 * @param confidence of the intervals, probability in (0, 1)
 * @returns          null with fewer than two respondents or when a variable is constant
 * @throws RangeError if lengths differ, a value is not finite or confidence is outside (0, 1)
 * @source Spearman (1904); Bonett & Wright (2000), Psychometrika 65, 23-28; R: cor.test(method = "spearman", exact =
 *         FALSE), SPSS
 * @example spearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 50])?.rho // => 0.8
 */
export const spearmanCorrelation = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  confidence = 0.95,
): SpearmanCorrelation | null => {
  const [a, b] = [midRanks(x), midRanks(y)];
  const ranked = pearsonCorrelation(a.ranks, b.ranks, confidence);
  if (!ranked) return null;
  const { n, r: rho } = ranked;
  const hasTies = a.tieSum > 0 || b.tieSum > 0;
  const sumOfSquares = ((n ** 3 - n) * (1 - rho)) / 6;
  return {
    n,
    hasTies,
    rho,
    sumOfSquares,
    ...correlationTest(rho, n - 2),
    exactP: hasTies ? null : spearmanExactP(sumOfSquares, n),
    interval: fisherInterval(rho, (1 + rho ** 2 / 2) / (n - 3), confidence),
    fiellerInterval: fisherInterval(rho, 1.06 / (n - 3), confidence),
    fisherInterval: fisherInterval(rho, 1 / (n - 3), confidence),
  };
};
