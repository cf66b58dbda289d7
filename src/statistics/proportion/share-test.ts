import { binomialLower, binomialUpper } from '../distributions/binomial';
import { normalTwoSided } from '../distributions/normal';
import { binomialChance } from '../distributions/saddle-point';
import { chiSquareUpper } from '../distributions/chi-square';
import { checkCount } from './check-count';

/** A share against a claimed one. */
export interface ShareTest {
  /** Exact binomial p: all outcomes no more probable than the observed one. */
  readonly exactP: number;
  /** Chance of at most so many successes. */
  readonly exactPLess: number;
  /** Chance of at least so many successes. */
  readonly exactPGreater: number;
  /** Score statistic (p − p₀) / √(p₀(1 − p₀)/n). */
  readonly z: number;
  /** Two-sided p of z. */
  readonly p: number;
  /** Chi-square with Yates' continuity correction, 1 degree of freedom. */
  readonly correctedChiSquare: number;
  readonly correctedP: number;
}

/**
 * Test of one share against a claimed one: exact, by score, and with continuity correction.
 *
 * @param successes whole number, 0 ≤ successes ≤ n
 * @param n         answers counted, whole number
 * @param claimed   share p₀ in (0, 1)
 * @returns         the tests; null when n = 0
 * @throws RangeError outside these ranges
 * @source Wilson (1927), JASA 22, 209-212; R: binom.test(x, n, p0), prop.test(x, n, p0, correct = TRUE | FALSE)
 * @example shareTest(8, 10, 0.5)?.exactP // => 0.109375
 */
export const shareTest = (successes: number, n: number, claimed: number): ShareTest | null => {
  checkCount(successes, n);
  if (!(claimed > 0 && claimed < 1)) throw new RangeError(`claimed share ${claimed}: need 0 < claimed < 1`);
  if (n === 0) return null;

  const distance = successes - n * claimed;
  const variance = n * claimed * (1 - claimed);
  const z = distance / Math.sqrt(variance);
  const correctedChiSquare = (Math.abs(distance) - Math.min(0.5, Math.abs(distance))) ** 2 / variance;
  return {
    exactP: exactTwoSided(successes, n, claimed),
    exactPLess: binomialLower(successes, n, claimed),
    exactPGreater: binomialUpper(successes, n, claimed),
    z,
    p: normalTwoSided(z),
    correctedChiSquare,
    correctedP: chiSquareUpper(correctedChiSquare, 1),
  };
};

/** R's tolerance for "no more probable". */
const TIE = 1 + 1e-7;

const exactTwoSided = (successes: number, n: number, claimed: number): number => {
  const limit = binomialChance(successes, n, claimed) * TIE;
  const isRare = (outcome: number): boolean => binomialChance(outcome, n, claimed) <= limit;
  const mode = Math.min(n, Math.floor((n + 1) * claimed));
  if (successes === mode) return 1;
  if (successes < mode) {
    const from = firstWhere(mode, n + 1, isRare);
    return Math.min(1, binomialLower(successes, n, claimed) + (from > n ? 0 : binomialUpper(from, n, claimed)));
  }
  const upTo = -firstWhere(-mode, 1, (outcome) => isRare(-outcome));
  return Math.min(1, binomialUpper(successes, n, claimed) + (upTo < 0 ? 0 : binomialLower(upTo, n, claimed)));
};

/** Smallest whole number in [low, high) for which a condition that stays true once true holds; high when none. */
const firstWhere = (low: number, high: number, holds: (value: number) => boolean): number => {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
};
