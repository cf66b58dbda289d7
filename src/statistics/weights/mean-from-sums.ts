import { tCritical, tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';

/** Sums over the respondents of a group; for a share, x is 1 for those who chose and 0 for the others. */
export interface GroupSums {
  /** Respondents. */
  readonly n: number;
  /** Σw. */
  readonly weight: number;
  /** Σw². */
  readonly weightSquared: number;
  /** Σwx and Σwx². */
  readonly x: number;
  readonly xSquared: number;
  /** Σw²x and Σw²x². */
  readonly weightSquaredX: number;
  readonly weightSquaredXSquared: number;
}

export interface MeanFromSums {
  readonly mean: number;
  /** √(Σw(x − mean)²/Σw · n/(n − 1)); null for one respondent. */
  readonly sd: number | null;
  /** Design-based; null when the sample has fewer than two respondents. */
  readonly se: number | null;
  /** Kish: (Σw)²/Σw². */
  readonly effectiveN: number;
  readonly interval: Interval | null;
}

/**
 * Weighted mean or share of a group with its design-based standard error, from sums alone. Respondents were drawn one
 * by one, without strata; the others of the sample count as respondents outside the group.
 *
 * @param sums       of the group
 * @param sampleSize all respondents of the sample
 * @param confidence of the t interval with sampleSize − 1 degrees of freedom, probability in (0, 1)
 * @returns          null when the group carries no weight
 * @throws RangeError if the group is larger than the sample, or confidence outside (0, 1)
 * @source linearisation: Lumley (2010), Complex Surveys, 2-3; R: survey::svymean of a subset, svydesign(ids = ~1)
 * @example meanFromSums({ n: 4, weight: 4, weightSquared: 4, x: 3, xSquared: 3, weightSquaredX: 3, weightSquaredXSquared: 3 }, 4)?.se // => 0.25
 */
export const meanFromSums = (sums: GroupSums, sampleSize: number, confidence = 0.95): MeanFromSums | null => {
  const { n, weight, weightSquared, x, xSquared } = sums;
  if (!(n <= sampleSize)) throw new RangeError(`${n} respondents of a sample of ${sampleSize}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (!(weight > 0)) return null;
  const mean = x / weight;
  const variance = sampleSize < 2 ? null : varianceOfMean(sums, mean, sampleSize);
  const se = variance === null ? null : Math.sqrt(variance);
  const half = se === null ? null : tCritical(confidence, sampleSize - 1) * se;
  return {
    mean,
    sd: n < 2 ? null : Math.sqrt((Math.max(0, xSquared / weight - mean ** 2) * n) / (n - 1)),
    se,
    effectiveN: weight ** 2 / weightSquared,
    interval: half === null ? null : { low: mean - half, high: mean + half },
  };
};

export interface DifferenceFromSums {
  /** First minus second. */
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Do the weighted means or shares of two groups without common respondents differ?
 *
 * @param first      sums of one group
 * @param second     sums of the other
 * @param sampleSize all respondents of the sample
 * @param confidence of the interval, probability in (0, 1)
 * @returns          t with sampleSize − 2 degrees of freedom; null when a group carries no weight or neither varies
 * @throws RangeError if the groups are larger than the sample, or confidence outside (0, 1)
 * @source R: survey::svyttest(x ~ group)
 * @example differenceFromSums({ n: 2, weight: 2, weightSquared: 2, x: 3, xSquared: 5, weightSquaredX: 3, weightSquaredXSquared: 5 }, { n: 2, weight: 2, weightSquared: 2, x: 7, xSquared: 25, weightSquaredX: 7, weightSquaredXSquared: 25 }, 4)?.t // => -3.4641
 */
export const differenceFromSums = (
  first: GroupSums,
  second: GroupSums,
  sampleSize: number,
  confidence = 0.95,
): DifferenceFromSums | null => {
  if (first.n + second.n > sampleSize) throw new RangeError('The groups are larger than the sample');
  const [a, b] = [meanFromSums(first, sampleSize, confidence), meanFromSums(second, sampleSize, confidence)];
  if (a?.se == null || b?.se == null || sampleSize < 3) return null;
  const se = Math.hypot(a.se, b.se);
  if (se === 0) return null;
  const difference = a.mean - b.mean;
  const df = sampleSize - 2;
  const half = tCritical(confidence, df) * se;
  return {
    difference,
    se,
    t: difference / se,
    df,
    p: tTwoSided(difference / se, df),
    interval: { low: difference - half, high: difference + half },
  };
};

/** n/(n − 1) Σ (w(x − mean)/Σw)². */
const varianceOfMean = (
  { weight, weightSquared, weightSquaredX, weightSquaredXSquared }: GroupSums,
  mean: number,
  sampleSize: number,
): number => {
  const squares = weightSquaredXSquared - 2 * mean * weightSquaredX + mean ** 2 * weightSquared;
  return ((sampleSize / (sampleSize - 1)) * Math.max(0, squares)) / weight ** 2;
};
