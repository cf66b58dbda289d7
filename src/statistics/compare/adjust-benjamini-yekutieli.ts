import { adjustStepUp } from './adjust-step-up';

/**
 * Benjamini and Yekutieli's adjustment: the share of false alarms as in Benjamini and Hochberg's, whatever the
 * dependence between the tests, at the price of a further factor 1 + 1/2 + … + 1/tests.
 *
 * @param ps probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @returns  adjusted probabilities in the same order, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165-1188; R: p.adjust(p, 'BY')
 * @example adjustBenjaminiYekutieli([0.01, 0.02]) // => [0.03, 0.03]
 */
export const adjustBenjaminiYekutieli = (ps: readonly (number | null)[]): readonly (number | null)[] =>
  adjustStepUp(ps, (rank, tests) => (tests / rank) * harmonic(tests));

const harmonic = (tests: number): number =>
  Array.from({ length: tests }, (_, index) => 1 / (index + 1)).reduce((sum, part) => sum + part, 0);
