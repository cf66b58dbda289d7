import { centralMoments } from './central-moments';

/** Excess over the normal distribution's 3: positive with heavy tails; three divisors. */
export interface Kurtosis {
  /** Ratio of moments, m₄ / m₂² − 3. */
  readonly momentRatio: number;
  /** The same corrected for small samples: SPSS, SAS, Excel; null for fewer than four values. */
  readonly corrected: number | null;
  /** m₄ / s⁴ − 3 with the sample standard deviation: R psych, Minitab. */
  readonly bySampleSd: number;
}

/**
 * Excess kurtosis in the three forms that programs print: types 1, 2 and 3 of Joanes and Gill.
 *
 * @param values finite numbers in one unit
 * @returns      pure numbers; null for fewer than two values and when all are equal (0/0)
 * @throws RangeError if a value is not finite
 * @source Joanes & Gill (1998), The Statistician 47, 183-189; R: e1071::kurtosis(x, type = 1 | 2 | 3)
 * @example kurtosis([1, 2, 3, 10])?.corrected // => 3.228
 */
export const kurtosis = (values: readonly number[]): Kurtosis | null => {
  const moments = centralMoments(values);
  if (moments === null || moments.second === 0) return null;
  const { n, second, fourth } = moments;
  const momentRatio = fourth / second ** 2 - 3;
  return {
    momentRatio,
    corrected: n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * momentRatio + 6),
    bySampleSd: (momentRatio + 3) * (1 - 1 / n) ** 2 - 3,
  };
};
