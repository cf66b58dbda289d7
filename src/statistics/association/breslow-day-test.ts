import { chiSquareUpper } from '../distributions/chi-square';
import { sum } from '../vector';
import type { Fourfold } from './fourfold';

export interface BreslowDayTest {
  readonly statistic: number;
  readonly p: number;
  /** With Tarone's correction, which makes the test efficient. */
  readonly tarone: { readonly statistic: number; readonly p: number };
  /** Strata that vary in both answers, minus 1. */
  readonly df: number;
}

/**
 * Breslow-Day test: is the odds ratio the same in every stratum? Compares each upper left cell with the one that the
 * common odds ratio would give, Σ (a − A)² / Var(A).
 *
 * @param strata          2 × 2 tables; those with an empty row or column are left out
 * @param commonOddsRatio Mantel-Haenszel estimate, > 0 and finite
 * @returns               the test; null when fewer than two strata vary
 * @throws RangeError if the odds ratio is not positive and finite
 * @source Breslow & Day (1980), 4.4; Tarone (1985), Biometrika 72, 91-95
 * @example breslowDayTest([], 1) // => null
 * @example breslowDayTest([[[3, 1], [1, 3]], [[1, 3], [3, 1]]].map(toFourfold), 1) // => { statistic: 4, p: 0.0455, df: 1 }
 */
export const breslowDayTest = (strata: readonly Fourfold[], commonOddsRatio: number): BreslowDayTest | null => {
  if (!(commonOddsRatio > 0 && commonOddsRatio < Infinity)) throw new RangeError('The odds ratio must be > 0, finite');
  const fitted = strata
    .filter(({ r1, r2, c1, c2 }) => r1 * r2 * c1 * c2 > 0)
    .map((table) => {
      const cell = fittedCell(table, commonOddsRatio);
      const { r1, r2, c1 } = table;
      const variance = 1 / (1 / cell + 1 / (r1 - cell) + 1 / (c1 - cell) + 1 / (r2 - c1 + cell));
      return { distance: table.a - cell, variance };
    });
  if (fitted.length < 2) return null;
  const df = fitted.length - 1;
  const statistic = sum(fitted.map(({ distance, variance }) => distance ** 2 / variance));
  const correction = sum(fitted.map(({ distance }) => distance)) ** 2 / sum(fitted.map(({ variance }) => variance));
  const corrected = Math.max(0, statistic - correction);
  return {
    statistic,
    p: chiSquareUpper(statistic, df),
    tarone: { statistic: corrected, p: chiSquareUpper(corrected, df) },
    df,
  };
};

/** The cell A with A (r₂ − c₁ + A) = ψ (r₁ − A)(c₁ − A): the root of a quadratic that lies inside the table. */
const fittedCell = ({ r1, r2, c1 }: Fourfold, ratio: number): number => {
  const a = 1 - ratio;
  const b = r2 - c1 + ratio * (r1 + c1);
  const c = -ratio * r1 * c1;
  // The stable form of the root; a vanishes at ψ = 1.
  return (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
};
