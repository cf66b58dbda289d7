import { summarise } from './summary';

/**
 * First-order autocorrelation: how alike neighbours in a series are, Σ (xᵢ − x̄)(xᵢ₊₁ − x̄) / Σ (xᵢ − x̄)².
 *
 * @param values finite numbers in one unit, in their order
 * @returns      a number in [−1, 1]; null for fewer than two values and when all are equal
 * @throws RangeError if a value is not finite
 * @source NIST/SEMATECH e-Handbook, 1.3.5.12
 * @example autocorrelation([1, 2, 3, 4]) // => 0.25
 */
export const autocorrelation = (values: readonly number[]): number | null => {
  const { n, mean } = summarise(values);
  if (mean === null || n < 2) return null;
  const distances = values.map((value) => value - mean);
  const squares = distances.reduce((sum, distance) => sum + distance ** 2, 0);
  if (squares === 0) return null;
  return distances.reduce((sum, distance, at) => sum + distance * (distances[at + 1] ?? 0), 0) / squares;
};
