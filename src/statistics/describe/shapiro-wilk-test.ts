import { normalLower } from '../distributions/normal';
import { normalQuantile } from '../distributions/normal-quantile';
import { sum } from '../vector';
import { sortedCopy } from './mid-ranks';
import { summarise } from './summary';

const SMALLEST = 3;
const LARGEST = 5000;

/**
 * Shapiro-Wilk test of normality: W compares the spread of the sorted values, seen as normal ones, with their variance; 1
 * is perfectly normal. With many answers it rejects for harmless deviations: look at the distribution as well.
 *
 * @param values finite numbers
 * @returns      { statistic, p }, W in (0, 1]; null with fewer than 3 or more than 5,000 values, or when all are equal
 * @throws RangeError if a value is not finite
 * @source Royston (1995), AS R94, Applied Statistics 44, 547-551; R: shapiro.test(x)
 * @example shapiroWilkTest([2, 4, 4, 5, 6, 9, 15])?.statistic // => 0.8615
 */
export const shapiroWilkTest = (
  values: readonly number[],
): { readonly statistic: number; readonly p: number } | null => {
  const { n, mean, sd } = summarise(values);
  if (mean === null || sd === null || sd === 0 || n < SMALLEST || n > LARGEST) return null;
  const sorted = sortedCopy(values);
  const weights = weightsOf(n);
  const contrast = sum(weights.map((weight, at) => weight * ((sorted[n - 1 - at] ?? 0) - (sorted[at] ?? 0)))) / sd;
  const statistic = Math.min(1, contrast ** 2 / (n - 1));
  return { statistic, p: tailOf(statistic, n) };
};

/** Weights of the differences largest − smallest, second largest − second smallest, … */
const weightsOf = (n: number): readonly number[] => {
  if (n === 3) return [Math.SQRT1_2];
  const half = Math.floor(n / 2);
  const scores = Array.from({ length: half }, (_, at) => -normalQuantile((at + 1 - 0.375) / (n + 0.25)));
  const squares = 2 * sum(scores.map((score) => score ** 2));
  const root = 1 / Math.sqrt(n);
  const ends = [polynomial(FIRST, root), polynomial(SECOND, root)]
    .slice(0, n > 5 ? 2 : 1)
    .map((correction, at) => correction + (scores[at] ?? 0) / Math.sqrt(squares));
  const left = squares - 2 * sum(ends.map((_, at) => (scores[at] ?? 0) ** 2));
  const scale = Math.sqrt(left / (1 - 2 * sum(ends.map((end) => end ** 2))));
  return scores.map((score, at) => ends[at] ?? score / scale);
};

const tailOf = (statistic: number, n: number): number => {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(statistic)) - Math.asin(Math.sqrt(0.75))));
  const y = Math.log(1 - statistic);
  if (n <= 11) {
    const limit = polynomial(LIMIT, n);
    if (y >= limit) return 0;
    return normalLower((polynomial(SMALL_MEAN, n) + Math.log(limit - y)) / Math.exp(polynomial(SMALL_SD, n)));
  }
  const x = Math.log(n);
  return normalLower((polynomial(LARGE_MEAN, x) - y) / Math.exp(polynomial(LARGE_SD, x)));
};

/** Royston's polynomials, constant first. */
const FIRST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const LIMIT = [-2.273, 0.459];
const SMALL_MEAN = [0.544, -0.39978, 0.025054, -6.714e-4];
const SMALL_SD = [1.3822, -0.77857, 0.062767, -0.0020322];
const LARGE_MEAN = [-1.5861, -0.31082, -0.083751, 0.0038915];
const LARGE_SD = [-0.4803, -0.082676, 0.0030302];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((total, coefficient) => total * x + coefficient, 0);
