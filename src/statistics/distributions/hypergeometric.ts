import cdf from '@stdlib/stats-base-dists-hypergeometric-cdf';

/**
 * Lower tail of the hypergeometric distribution: the chance of at most `marked` marked ones among `drawn` taken
 * without replacement from a population.
 *
 * @param marked             whole number
 * @param population         size of the population, whole number ≥ 0
 * @param markedInPopulation whole number in [0, population]
 * @param drawn              whole number in [0, population]
 * @returns                  probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Johnson, Kotz & Kemp (1992), chapter 6; stdlib; R: phyper(marked, markedInPopulation, rest, drawn)
 * @example hypergeometricLower(3, 25, 10, 8) // => 0.606865
 */
export const hypergeometricLower = (
  marked: number,
  population: number,
  markedInPopulation: number,
  drawn: number,
): number => {
  const whole = [marked, population, markedInPopulation, drawn].every(Number.isInteger);
  if (!whole || markedInPopulation < 0 || drawn < 0 || Math.max(markedInPopulation, drawn) > population)
    throw new RangeError(`${marked} in ${drawn} of ${population} with ${markedInPopulation} marked: not possible`);
  return Math.min(1, cdf(marked, population, markedInPopulation, drawn));
};
