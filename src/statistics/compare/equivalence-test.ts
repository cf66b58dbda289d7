import { normalLower, zCritical } from '../distributions/normal';
import { tCritical, tLower } from '../distributions/student-t';
import type { Interval } from '../interval';

/** A difference with its standard error; df null: the normal distribution. */
export interface EstimatedDifference {
  readonly difference: number;
  readonly se: number;
  readonly df: number | null;
}

export interface EquivalenceTest {
  /** The larger of the two one-sided p. */
  readonly p: number;
  /** Of the difference, 1 − 2 · level; inside (−margin, margin) exactly when p < level. */
  readonly interval: Interval;
}

/**
 * Two one-sided tests: is a difference smaller than a margin that matters, whatever its sign? A small p says that the two are
 * practically the same, which a large p of the usual test never does.
 *
 * @param estimate difference, its standard error and degrees of freedom
 * @param margin   smallest difference that matters, > 0, in the unit of the difference
 * @param level    of the test, in (0, 0.5); the interval has confidence 1 − 2 · level
 * @returns        null when the standard error is 0: without variation there is no uncertainty to weigh
 * @throws RangeError if the margin is not positive, the error negative or the level outside (0, 0.5)
 * @source Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680; R: two calls of t.test(x, y,
 *         mu = ±margin, alternative = "greater" | "less")
 * @example equivalenceTest({ difference: 0.09, se: 0.1, df: 50 }, 0.3)?.p // => 0.0204
 */
export const equivalenceTest = (
  { difference, se, df }: EstimatedDifference,
  margin: number,
  level = 0.05,
): EquivalenceTest | null => {
  if (!(margin > 0)) throw new RangeError(`margin ${margin}: need a positive number`);
  if (!(se >= 0)) throw new RangeError(`standard error ${se}: need a number ≥ 0`);
  if (!(level > 0 && level < 0.5)) throw new RangeError(`level ${level}: need 0 < level < 0.5`);
  if (se === 0) return null;
  const lower = (t: number): number => (df === null ? normalLower(t) : tLower(t, df));
  const confidence = 1 - 2 * level;
  const half = (df === null ? zCritical(confidence) : tCritical(confidence, df)) * se;
  return {
    p: Math.max(lower(-(difference + margin) / se), lower((difference - margin) / se)),
    interval: { low: difference - half, high: difference + half },
  };
};
