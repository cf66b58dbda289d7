import { chiSquareUpper } from '../distributions/chi-square';
import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { sum } from '../vector';
import { breslowDayTest, type BreslowDayTest } from './breslow-day-test';
import type { Counts } from './contingency-table';
import { toFourfold, type Fourfold } from './fourfold';

export interface MantelHaenszelTest {
  /** Without continuity correction, 1 degree of freedom; null when no stratum varies in both answers. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** With the correction of ½ that SPSS and R's default make. */
  readonly corrected: { readonly statistic: number; readonly p: number } | null;
  /** Σ(ad/n) / Σ(bc/n); Infinity when no stratum has bc > 0, null when none has ad > 0 either. */
  readonly commonOddsRatio: number | null;
  /** Robins, Breslow & Greenland; null when the odds ratio is 0, infinite or undefined. */
  readonly interval: Interval | null;
  /** Whether one common odds ratio describes all strata; null when it is 0, infinite or undefined. */
  readonly homogeneity: BreslowDayTest | null;
}

/**
 * Mantel-Haenszel test: do two yes/no answers depend on each other once a third variable is held constant? With the
 * common odds ratio over its strata. Strata of fewer than two answers say nothing and are left out.
 *
 * @param strata     one 2 × 2 table per stratum
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test
 * @throws RangeError if a table is not 2 × 2, a count is negative or not finite, or confidence is outside (0, 1)
 * @source Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986), Biometrics 42, 311-323; R: mantelhaen.test
 * @example mantelHaenszelTest([[[512, 89], [313, 19]], [[353, 17], [207, 8]]]).commonOddsRatio // => 0.4252
 */
export const mantelHaenszelTest = (strata: readonly Counts[], confidence = 0.95): MantelHaenszelTest => {
  const critical = zCritical(confidence);
  const tables = strata.map(toFourfold).filter(({ n }) => n > 1);
  const variance = sum(tables.map(({ r1, r2, c1, c2, n }) => ((r1 / n) * (r2 / n) * c1 * c2) / (n - 1)));
  const distance = Math.abs(sum(tables.map(({ a, r1, c1, n }) => a - (r1 * c1) / n)));
  const [ad, bc] = [sum(tables.map(({ a, d, n }) => (a * d) / n)), sum(tables.map(({ b, c, n }) => (b * c) / n))];
  const test = (correction: number): { readonly statistic: number; readonly p: number } | null => {
    if (variance === 0) return null;
    const statistic = (distance - correction) ** 2 / variance;
    return { statistic, p: chiSquareUpper(statistic, 1) };
  };
  const isFinite = ad > 0 && bc > 0;
  return {
    statistic: test(0)?.statistic ?? null,
    p: test(0)?.p ?? null,
    corrected: test(distance >= 0.5 ? 0.5 : 0),
    commonOddsRatio: ad === 0 && bc === 0 ? null : ad / bc,
    interval: isFinite ? intervalOf(tables, ad, bc, critical) : null,
    homogeneity: isFinite ? breslowDayTest(tables, ad / bc) : null,
  };
};

const intervalOf = (tables: readonly Fourfold[], ad: number, bc: number, critical: number): Interval => {
  const parts = tables.map(({ a, b, c, d, n }) => ({
    agreeing: (a + d) / n,
    opposing: (b + c) / n,
    ad: (a * d) / n,
    bc: (b * c) / n,
  }));
  const variance =
    sum(parts.map((part) => part.agreeing * part.ad)) / (2 * ad ** 2) +
    sum(parts.map((part) => part.agreeing * part.bc + part.opposing * part.ad)) / (2 * ad * bc) +
    sum(parts.map((part) => part.opposing * part.bc)) / (2 * bc ** 2);
  const half = critical * Math.sqrt(variance);
  return { low: (ad / bc) * Math.exp(-half), high: (ad / bc) * Math.exp(half) };
};
