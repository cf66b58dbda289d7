import { dot, sum } from '../vector';

/** Weighted sum of squares around the weighted mean. */
export const totalSquares = (y: ArrayLike<number>, weights: Float64Array): number => {
  const mean = dot(weights, y) / sum(weights);
  return weights.reduce((total, weight, row) => total + weight * ((y[row] ?? 0) - mean) ** 2, 0);
};
