import { summarise } from './summary';

export interface CentralMoments {
  readonly n: number;
  /** Means of the squared, cubed and fourth powers of the distances from the mean, divisor n. */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/**
 * Means of the powers of the distances from the mean. Scaled by the largest distance, which shape measures do not
 * notice and which keeps the powers within reach of a double.
 *
 * @param values finite numbers in one unit
 * @returns      powers of (distance / largest distance); all 0 when the values are equal; null for fewer than two
 * @throws RangeError if a value is not finite
 * @source Joanes & Gill (1998), The Statistician 47, 183-189
 * @example centralMoments([1, 3]) // => { n: 2, second: 1, third: 0, fourth: 1 }
 */
export const centralMoments = (values: readonly number[]): CentralMoments | null => {
  const { n, mean } = summarise(values);
  if (mean === null || n < 2) return null;
  const distances = values.map((value) => value - mean);
  const largest = distances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0);
  if (largest === 0) return { n, second: 0, third: 0, fourth: 0 };
  const power = (exponent: number): number =>
    distances.reduce((sum, distance) => sum + (distance / largest) ** exponent, 0) / n;
  return { n, second: power(2), third: power(3), fourth: power(4) };
};
