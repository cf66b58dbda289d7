import { checkWeights } from './check-weights';

/** A weighted mean with the variances and standard errors that different kinds of weights imply. */
export interface WeightedSummary {
  readonly n: number;
  readonly positiveWeights: number;
  readonly sumOfWeights: number;
  readonly mean: number;
  /** Kish's (Σw)² / Σw². */
  readonly effectiveN: number;
  /** Weights as replications of rows, divisor Σw − 1 (SPSS WEIGHT BY); null when Σw ≤ 1. Wrong for survey weights. */
  readonly frequencyVariance: number | null;
  readonly frequencySd: number | null;
  /** √(frequencyVariance / Σw); null when Σw ≤ 1. */
  readonly frequencySe: number | null;
  /** Divisor Σw. */
  readonly populationVariance: number;
  /** Weights as precision, divisor Σw − Σw²/Σw; null when one row carries all the weight. */
  readonly reliabilityVariance: number | null;
  /** √(reliabilityVariance / effectiveN). */
  readonly kishSe: number | null;
  /** The survey standard error: linearised, with replacement, rows of weight 0 counted in n; null when n < 2. */
  readonly linearisedSe: number | null;
}

/**
 * Weighted mean x̄ = Σwx / Σw with its variances and standard errors. For survey weights use `linearisedSe`,
 * √(n/(n−1) Σ w²(x − x̄)²) / Σw; the others answer other questions.
 *
 * @param values  finite numbers in one unit
 * @param weights one per value, ≥ 0
 * @returns       in that unit, variances in its square
 * @throws RangeError if lengths differ, a value is not finite, a weight is negative or the weights add up to 0
 * @source Lumley (2010), Complex Surveys, 2; R: weighted.mean, cov.wt, survey::svymean
 * @example weightedSummary([1, 2, 5], [1, 1, 2]).mean // => 3.25
 */
export const weightedSummary = (values: readonly number[], weights: readonly number[]): WeightedSummary => {
  checkWeights(weights, values.length);
  if (!values.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  const sum = (term: (value: number, weight: number) => number): number =>
    values.reduce((total, value, row) => total + term(value, weights[row] ?? 0), 0);

  const n = values.length;
  const sumOfWeights = sum((_, w) => w);
  if (!(sumOfWeights > 0)) throw new RangeError('The weights add up to 0');
  const rough = sum((x, w) => (w / sumOfWeights) * x);
  const mean = rough + sum((x, w) => (w / sumOfWeights) * (x - rough));
  const squares = sum((x, w) => w * (x - mean) ** 2);
  const effectiveN = sumOfWeights ** 2 / sum((_, w) => w * w);
  const frequencyVariance = sumOfWeights > 1 ? squares / (sumOfWeights - 1) : null;
  const reliability = sumOfWeights - sumOfWeights / effectiveN;
  const reliabilityVariance = effectiveN > 1 ? squares / reliability : null;
  return {
    n,
    positiveWeights: sum((_, w) => (w > 0 ? 1 : 0)),
    sumOfWeights,
    mean,
    effectiveN,
    frequencyVariance,
    frequencySd: frequencyVariance === null ? null : Math.sqrt(frequencyVariance),
    frequencySe: frequencyVariance === null ? null : Math.sqrt(frequencyVariance / sumOfWeights),
    populationVariance: squares / sumOfWeights,
    reliabilityVariance,
    kishSe: reliabilityVariance === null ? null : Math.sqrt(reliabilityVariance / effectiveN),
    linearisedSe: n < 2 ? null : Math.sqrt((n / (n - 1)) * sum((x, w) => (w * (x - mean)) ** 2)) / sumOfWeights,
  };
};
