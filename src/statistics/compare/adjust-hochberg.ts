import { adjustStepUp } from './adjust-step-up';

/**
 * Hochberg's adjustment: guards against even one false alarm like Holm's, a little stronger, valid when the tests are
 * independent or positively dependent.
 *
 * @param ps probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @returns  adjusted probabilities in the same order, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source Hochberg (1988), Biometrika 75, 800-802; R: p.adjust(p, 'hochberg')
 * @example adjustHochberg([0.01, 0.02, 0.03]) // => [0.03, 0.03, 0.03]
 */
export const adjustHochberg = (ps: readonly (number | null)[]): readonly (number | null)[] =>
  adjustStepUp(ps, (rank, tests) => tests - rank + 1);
