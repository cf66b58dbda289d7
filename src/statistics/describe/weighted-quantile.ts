import { checkWeights } from './check-weights';

/** Weighted quantiles, in the order of the shares. */
export interface WeightedQuantiles {
  /** Smallest value with at least the share p of the weight at or below it. */
  readonly inverse: readonly number[];
  /** The same, midway to the next value where the share is hit exactly. */
  readonly averaged: readonly number[];
}

/**
 * Weighted quantiles: the inverse of the weighted distribution function, plain and averaged at exact hits.
 *
 * @param values  finite numbers in one unit
 * @param weights one per value, ≥ 0
 * @param ps      shares in [0, 1]
 * @returns       numbers in that unit
 * @throws RangeError if lengths differ, a value is not finite, a weight is negative, the weights add up to 0 or a
 *                share lies outside [0, 1]
 * @source R: survey::svyquantile(qrule = 'math' | 'school')
 * @example weightedQuantiles([1, 2, 3], [1, 1, 2], [0.5]) // => { inverse: [2], averaged: [2.5] }
 */
export const weightedQuantiles = (
  values: readonly number[],
  weights: readonly number[],
  ps: readonly number[],
): WeightedQuantiles => {
  checkWeights(weights, values.length);
  if (!values.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('Shares lie in [0, 1]');
  const steps = distributionOf(values, weights);
  const sumOfWeights = steps.at(-1)?.weight ?? 0;
  if (!(sumOfWeights > 0)) throw new RangeError('The weights add up to 0');

  const found = ps.map((p) => inverseAt(steps, p * sumOfWeights, ROUNDING * sumOfWeights));
  return { inverse: found.map(({ value }) => value), averaged: found.map(({ averaged }) => averaged) };
};

/** Sums of weights that are equal in numbers may differ by this share of the total in doubles. */
const ROUNDING = 1e-13;

interface Step {
  readonly value: number;
  /** Weight at or below the value. */
  readonly weight: number;
}

const distributionOf = (values: readonly number[], weights: readonly number[]): readonly Step[] => {
  const rows = values
    .map((value, row) => ({ value, weight: weights[row] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value);
  let sum = 0;
  return rows
    .map(({ value, weight }) => ({ value, weight: (sum += weight) }))
    .filter(({ value }, at, all) => all[at + 1]?.value !== value);
};

const inverseAt = (steps: readonly Step[], weight: number, rounding: number) => {
  const found = steps.findIndex((step) => step.weight >= weight - rounding);
  const at = found < 0 ? steps.length - 1 : found;
  const value = steps[at]?.value ?? 0;
  const isExact = Math.abs((steps[at]?.weight ?? 0) - weight) <= rounding;
  const next = steps[at + 1]?.value ?? value;
  return { value, averaged: isExact ? (value + next) / 2 : value };
};
