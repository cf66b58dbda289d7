import { centralMoments } from './central-moments';

/** One sided long tails: 0 for a symmetric distribution, positive with a long right tail; three divisors. */
export interface Skewness {
  /** Ratio of moments, m₃ / m₂^1.5. */
  readonly momentRatio: number;
  /** The same corrected for small samples: SPSS, SAS, Excel; null for fewer than three values. */
  readonly corrected: number | null;
  /** m₃ / s³ with the sample standard deviation: R psych, Minitab. */
  readonly bySampleSd: number;
  /** Standard error of the corrected form for normal values; null for fewer than three values. */
  readonly se: number | null;
}

/**
 * Skewness in the three forms that programs print: types 1, 2 and 3 of Joanes and Gill.
 *
 * @param values finite numbers in one unit
 * @returns      pure numbers; null for fewer than two values and when all are equal (0/0)
 * @throws RangeError if a value is not finite
 * @source Joanes & Gill (1998), The Statistician 47, 183-189; R: e1071::skewness(x, type = 1 | 2 | 3)
 * @example skewness([1, 2, 3, 10])?.corrected // => 1.7636
 */
export const skewness = (values: readonly number[]): Skewness | null => {
  const moments = centralMoments(values);
  if (moments === null || moments.second === 0) return null;
  const { n, second, third } = moments;
  const momentRatio = third / second ** 1.5;
  return {
    momentRatio,
    corrected: n < 3 ? null : (momentRatio * Math.sqrt(n * (n - 1))) / (n - 2),
    bySampleSd: momentRatio * ((n - 1) / n) ** 1.5,
    se: n < 3 ? null : Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3))),
  };
};
