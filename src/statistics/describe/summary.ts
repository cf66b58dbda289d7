/** What tests of means need to know of a group. */
export interface Summary {
  /** Values counted. */
  readonly n: number;
  /** Null when n = 0. */
  readonly mean: number | null;
  /** Sample standard deviation, divisor n − 1; null when n < 2. */
  readonly sd: number | null;
}

/**
 * Number of values, mean and sample standard deviation, in two passes, so that neither a large offset eats the digits
 * nor a large value overflows the sum.
 *
 * @param values finite numbers in one unit
 * @returns      { n, mean, sd }; mean null when n = 0, sd null when n < 2
 * @throws RangeError if a value is not finite
 * @source Chan, Golub & LeVeque (1983), The American Statistician 37, 242-247: the corrected two-pass form
 * @example summarise([2, 4, 6]) // => { n: 3, mean: 4, sd: 2 }
 */
export const summarise = (values: readonly number[]): Summary => {
  if (!values.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null };
  const rough = meanOf(values);
  const mean = rough + meanOf(values.map((value) => value - rough));
  return { n, mean, sd: n < 2 ? null : deviationFrom(mean, values) };
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);

const deviationFrom = (mean: number, values: readonly number[]): number => {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  if (largest === 0) return 0;
  const squares = values.reduce((sum, value) => sum + ((value - mean) / largest) ** 2, 0);
  return largest * Math.sqrt(squares / (values.length - 1));
};
