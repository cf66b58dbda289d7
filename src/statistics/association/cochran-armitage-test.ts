import { chiSquareUpper } from '../distributions/chi-square';
import { assertFinite, assertSameLength, dot, sum } from '../vector';

export interface TrendTest {
  /** Positive when the share rises with the scores. */
  readonly z: number;
  /** z², 1 degree of freedom. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  /** Mantel's form with N − 1 in the variance, SPSS's linear-by-linear association. */
  readonly mantel: { readonly statistic: number; readonly p: number };
}

/**
 * Cochran-Armitage test: does a share rise or fall along ordered groups?
 * z = Σ tᵢ(xᵢ − nᵢp̄) / √(p̄(1 − p̄)(Σ nᵢtᵢ² − (Σ nᵢtᵢ)²/N)).
 *
 * @param successes yes answers per group
 * @param totals    answers per group, same length
 * @param scores    place of each group on the scale, same length
 * @returns         the test; null when the share is 0 or 1 overall, or the scores do not vary among the respondents
 * @throws RangeError if lengths differ, a number is not finite, or successes lie outside [0, total]
 * @source Cochran (1954); Armitage (1955), Biometrics 11, 375-386; R: prop.trend.test(x, n, score)
 * @example cochranArmitageTest([13, 7, 21], [42, 14, 28], [1, 2, 3])?.z // => 3.607485
 */
export const cochranArmitageTest = (
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[],
): TrendTest | null => {
  assertSameLength(successes.length, totals, 'totals');
  assertSameLength(successes.length, scores, 'scores');
  assertFinite(scores, 'scores');
  if (!successes.every((count, group) => count >= 0 && count <= (totals[group] ?? 0)))
    throw new RangeError('Need 0 ≤ successes ≤ total in every group');
  const n = sum(totals);
  if (n === 0) return null;
  const share = sum(successes) / n;
  const mean = dot(scores, totals) / n;
  const squares = sum(scores.map((score, group) => (totals[group] ?? 0) * (score - mean) ** 2));
  const variance = share * (1 - share) * squares;
  if (variance === 0) return null;

  const z = sum(scores.map((score, group) => (score - mean) * (successes[group] ?? 0))) / Math.sqrt(variance);
  const statistic = z ** 2;
  const mantel = (statistic * (n - 1)) / n;
  return {
    z,
    statistic,
    p: chiSquareUpper(statistic, 1),
    mantel: { statistic: mantel, p: chiSquareUpper(mantel, 1) },
  };
};
