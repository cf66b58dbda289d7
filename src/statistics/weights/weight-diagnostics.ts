import { dot, sum } from '../vector';

export interface WeightDiagnostics {
  readonly n: number;
  readonly zeros: number;
  readonly sumOfWeights: number;
  readonly sumOfSquares: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** Squared coefficient of variation of the weights, with divisor n. */
  readonly relativeVariance: number;
  /** Kish's design effect of weighting, 1 + relative variance, all rows. */
  readonly deff: number;
  /** The same over rows that carry weight. */
  readonly deffWithWeight: number;
  /** Kish's effective sample size (Σw)²/Σw². */
  readonly effectiveN: number;
  /** Largest over smallest positive weight. */
  readonly ratio: number;
}

/**
 * What a set of weights costs: how uneven it is and how many equally weighted answers it is worth.
 *
 * @param weights one per row, ≥ 0
 * @returns       null when no weight is positive
 * @throws RangeError if a weight is negative or not finite
 * @source Kish (1965), Survey Sampling, 11.7; Kish (1992), Journal of Official Statistics 8, 183-200
 * @example weightDiagnostics([1, 1, 2])?.effectiveN // => 2.6667
 */
export const weightDiagnostics = (weights: ArrayLike<number>): WeightDiagnostics | null => {
  const n = weights.length;
  let [zeros, min, max, smallest] = [0, Infinity, 0, Infinity];
  for (let row = 0; row < n; row++) {
    const weight = weights[row] ?? NaN;
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weights[${row}] = ${weight}: need a weight ≥ 0`);
    if (weight === 0) zeros += 1;
    else smallest = Math.min(smallest, weight);
    min = Math.min(min, weight);
    max = Math.max(max, weight);
  }
  if (max === 0) return null;
  const sumOfWeights = sum(weights);
  const sumOfSquares = dot(weights, weights);
  const deff = (n * sumOfSquares) / sumOfWeights ** 2;
  return {
    n,
    zeros,
    sumOfWeights,
    sumOfSquares,
    mean: sumOfWeights / n,
    min,
    max,
    relativeVariance: deff - 1,
    deff,
    deffWithWeight: ((n - zeros) * sumOfSquares) / sumOfWeights ** 2,
    effectiveN: sumOfWeights ** 2 / sumOfSquares,
    ratio: max / smallest,
  };
};
