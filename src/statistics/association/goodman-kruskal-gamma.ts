import { normalTwoSided } from '../distributions/normal';
import { concordance } from './concordance';
import { sumCells, type Counts } from './contingency-table';
import type { OrdinalCoefficient } from './ordinal-coefficient';

/**
 * Goodman and Kruskal's gamma: concordant minus discordant pairs, as a share of the pairs tied on neither question.
 * Because ties drop out, gamma is the largest in size of the ordinal coefficients.
 *
 * @param counts contingency table of two ordered questions
 * @returns      coefficient in [−1, 1]; null when every pair is tied
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Goodman & Kruskal (1954); Brown & Benedetti (1977), JASA 72, 309-315; R: vcdExtra::GKgamma(t)
 * @example goodmanKruskalGamma([[20, 10], [10, 20]])?.value // => 0.6
 */
export const goodmanKruskalGamma = (counts: Counts): OrdinalCoefficient | null => {
  const { concordantPairs, discordantPairs, concordant, discordant, spread } = concordance(counts);
  const [p, q] = [2 * concordantPairs, 2 * discordantPairs];
  if (p + q === 0) return null;
  const squares = sumCells(
    counts,
    (count, i, j) => count * (q * (concordant[i]?.[j] ?? 0) - p * (discordant[i]?.[j] ?? 0)) ** 2,
  );
  const value = (p - q) / (p + q);
  const underIndependence = (2 / (p + q)) * Math.sqrt(spread);
  return {
    value,
    standardError: (4 / (p + q) ** 2) * Math.sqrt(squares),
    standardErrorUnderIndependence: underIndependence,
    z: underIndependence === 0 ? null : value / underIndependence,
    p: underIndependence === 0 ? null : normalTwoSided(value / underIndependence),
  };
};
