import { tableMargins, transpose, type Counts } from '../association/contingency-table';
import { normalTwoSided } from '../distributions/normal';
import { sum } from '../vector';

export interface FleissKappa {
  readonly subjects: number;
  readonly raters: number;
  /** Share of all ratings per category. */
  readonly categoryShares: readonly number[];
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  /** Null when all ratings fall into one category. */
  readonly kappa: number | null;
  /** Under no agreement beyond chance. */
  readonly standardError: number | null;
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** Kappa of each category against all others; null where the category was never, or always, used. */
  readonly categoryKappas: readonly (number | null)[];
  /** The same for every category. */
  readonly categoryStandardError: number;
  readonly categoryZs: readonly (number | null)[];
}

/**
 * Fleiss' kappa: agreement of several raters beyond chance, every subject rated equally often, not necessarily by the
 * same people.
 *
 * @param ratings one list per subject: how many raters chose each category
 * @returns       the coefficient; null without subjects
 * @throws RangeError if subjects differ in the number of ratings, or have fewer than two
 * @source Fleiss (1971), Psychological Bulletin 76, 378-382; Fleiss, Nee & Landis (1979), ibid. 86, 974-977;
 *         R: irr::kappam.fleiss(detail = TRUE)
 * @example fleissKappa([[3, 0], [0, 3], [2, 1]])?.kappa // => 0.55
 */
export const fleissKappa = (ratings: Counts): FleissKappa | null => {
  const { n, rowTotals, columnTotals } = tableMargins(ratings);
  const [subjects, raters = 0] = [ratings.length, rowTotals[0]];
  if (subjects === 0) return null;
  if (raters < 2 || rowTotals.some((total) => total !== raters))
    throw new RangeError('Every subject needs the same number of ratings, at least 2');
  const categoryShares = columnTotals.map((total) => total / n);
  const observed = (sum(ratings.map((row) => sum(row.map((count) => count ** 2)))) - n) / (n * (raters - 1));
  const expected = sum(categoryShares.map((share) => share ** 2));
  const mixed = sum(categoryShares.map((share) => share * (1 - share)));
  const skew = sum(categoryShares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const categoryStandardError = Math.sqrt(2 / (n * (raters - 1)));
  const kappa = columnTotals.includes(n) ? null : (observed - expected) / (1 - expected);
  const standardError = kappa === null ? null : (categoryStandardError * Math.sqrt(mixed ** 2 - skew)) / mixed;
  const z = kappa === null || standardError === null ? null : kappa / standardError;
  const categoryKappas = transpose(ratings).map((counts, category) => {
    const share = categoryShares[category] ?? 0;
    if (share === 0 || share === 1) return null;
    const disagreeing = sum(counts.map((count) => count * (raters - count)));
    return 1 - disagreeing / (n * (raters - 1) * share * (1 - share));
  });
  return {
    subjects,
    raters,
    categoryShares,
    observedAgreement: observed,
    expectedAgreement: expected,
    kappa,
    standardError,
    z,
    p: z === null ? null : normalTwoSided(z),
    categoryKappas,
    categoryStandardError,
    categoryZs: categoryKappas.map((value) => (value === null ? null : value / categoryStandardError)),
  };
};
