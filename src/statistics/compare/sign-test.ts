import { binomialLower } from '../distributions/binomial';
import { normalTwoSided } from '../distributions/normal';
import { assertFinite } from '../vector';

export interface SignTest {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
  readonly zeros: number;
  /** Two-sided binomial; 1 when every difference is zero. */
  readonly exactP: number;
  /** (|positive − negative| − 1) / √(positive + negative), −1/√n for equal counts; null when every difference is zero. */
  readonly z: number | null;
  readonly p: number | null;
}

/**
 * Sign test: did more people's answers rise than fall? Uses the direction of change only; zero differences are dropped.
 *
 * @param differences first minus second per respondent, or value minus hypothesis; finite
 * @returns           counts, exact and approximate p
 * @throws RangeError if a difference is not finite
 * @source Dixon & Mood (1946), JASA 41, 557-566; R: binom.test(sum(d > 0), sum(d != 0))
 * @example signTest([1, 2, 3, 4, 5, -1, 0]).exactP // => 0.21875
 */
export const signTest = (differences: readonly number[]): SignTest => {
  assertFinite(differences, 'differences');
  const positive = differences.filter((difference) => difference > 0).length;
  const negative = differences.filter((difference) => difference < 0).length;
  const changed = positive + negative;
  const smaller = Math.min(positive, negative);
  const z = changed === 0 ? null : (Math.abs(positive - negative) - 1) / Math.sqrt(changed);
  return {
    n: differences.length,
    positive,
    negative,
    zeros: differences.length - changed,
    exactP: positive === negative ? 1 : Math.min(1, 2 * binomialLower(smaller, changed, 0.5)),
    z,
    p: z === null ? null : normalTwoSided(Math.max(0, z)),
  };
};
