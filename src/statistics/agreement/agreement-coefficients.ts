import { tableMargins, type Counts } from '../association/contingency-table';
import { sum } from '../vector';

export interface AgreementCoefficients {
  /** percent (0-100) of cases in which both raters chose the same category; null when n = 0. */
  readonly percentAgreement: number | null;
  /** Scott's pi: chance agreement from the raters' common shares; null when they use one category only. */
  readonly scottsPi: number | null;
  /** Gwet's AC1: chance agreement Σ π(1 − π)/(k − 1), which does not collapse when one category dominates. */
  readonly gwetAc1: number | null;
  /** The largest kappa that the raters' shares allow. */
  readonly largestKappa: number | null;
  /** Kappa of each category against all others; null where nobody, or everybody, chose it. */
  readonly categoryKappas: readonly (number | null)[];
}

/**
 * Agreement of two raters beside Cohen's kappa.
 *
 * @param counts square table of two raters, the same categories in rows and columns
 * @returns      coefficients; null where the table does not define them
 * @throws RangeError if the table is not square or a count is negative or not finite
 * @source Scott (1955); Gwet (2008), Br. J. Math. Stat. Psychol. 61, 29-48; Fleiss (1981), chapter 13
 * @example agreementCoefficients([[20, 5], [10, 15]]).percentAgreement // => 70
 */
export const agreementCoefficients = (counts: Counts): AgreementCoefficients => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const k = rowTotals.length;
  if (k !== columnTotals.length) throw new RangeError('Need a square table');
  if (n === 0) return { ...EMPTY, categoryKappas: counts.map(() => null) };
  const raters = rowTotals.map((total, category) => ({
    first: total / n,
    second: (columnTotals[category] ?? 0) / n,
    both: (counts[category]?.[category] ?? 0) / n,
  }));
  const agreement = sum(raters.map(({ both }) => both));
  const common = raters.map(({ first, second }) => (first + second) / 2);
  const beyond = (observed: number, chance: number): number | null =>
    1 - chance < 1e-15 ? null : (observed - chance) / (1 - chance);
  return {
    percentAgreement: 100 * agreement,
    scottsPi: beyond(agreement, sum(common.map((share) => share ** 2))),
    gwetAc1: k < 2 ? null : beyond(agreement, sum(common.map((share) => share * (1 - share))) / (k - 1)),
    largestKappa: beyond(
      sum(raters.map(({ first, second }) => Math.min(first, second))),
      sum(raters.map(({ first, second }) => first * second)),
    ),
    categoryKappas: raters.map(({ first, second, both }) => {
      const width = first + second - 2 * first * second;
      return width < 1e-15 ? null : (2 * (both - first * second)) / width;
    }),
  };
};

const EMPTY = { percentAgreement: null, scottsPi: null, gwetAc1: null, largestKappa: null };
