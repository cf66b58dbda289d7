import { adjustStepUp } from './adjust-step-up';

/**
 * Benjamini and Hochberg's adjustment: keeps the expected share of false alarms among the differences reported below
 * the level. For many comparisons at once, where one false alarm is bearable.
 *
 * @param ps probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @returns  adjusted probabilities in the same order, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source Benjamini & Hochberg (1995), JRSS B 57, 289-300; R: p.adjust(p, 'BH')
 * @example adjustBenjaminiHochberg([0.01, 0.04, 0.03]) // => [0.03, 0.04, 0.04]
 */
export const adjustBenjaminiHochberg = (ps: readonly (number | null)[]): readonly (number | null)[] =>
  adjustStepUp(ps, (rank, tests) => tests / rank);
