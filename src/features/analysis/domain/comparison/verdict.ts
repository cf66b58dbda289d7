import type { Verdict } from './comparison';

/** Probability below which a difference, or its absence, is called certain. */
export const LEVEL = 0.05;

/**
 * One of four plain answers. A difference that is certainly smaller than the margin is none in practice, even where a large
 * sample proves that it is not nought.
 *
 * @param differenceP  of the test of a difference, corrected; null: nothing to test
 * @param equivalenceP of the test that the difference is smaller than the margin, corrected
 */
export const verdictOf = (differenceP: number | null, equivalenceP: number | null): Verdict => {
  if (equivalenceP !== null && equivalenceP < LEVEL) return 'same';
  return differenceP !== null && differenceP < LEVEL ? 'different' : 'unknown';
};
