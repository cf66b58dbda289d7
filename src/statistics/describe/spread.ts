import { summarise } from './summary';

/** How far values lie from their mean. */
export interface Spread {
  /** Sample variance, divisor n − 1; Infinity when its square unit exceeds the largest double. */
  readonly variance: number;
  /** Sample standard deviation, divisor n − 1. */
  readonly sd: number;
  /** Standard deviation of these values as a whole population, divisor n. */
  readonly populationSd: number;
  /** Standard error of the mean, sd / √n. */
  readonly se: number;
  /** sd / mean, a share of the mean; null when the mean is 0. */
  readonly coefficientOfVariation: number | null;
}

/**
 * Variance, standard deviations, standard error and coefficient of variation, in two passes.
 *
 * @param values finite numbers in one unit
 * @returns      in that unit, the variance in its square; null for fewer than two values
 * @throws RangeError if a value is not finite
 * @source R: var(x); sd(x); sd(x) / sqrt(n); sd(x) / mean(x)
 * @example spread([2, 4, 6])?.se // => 1.1547
 */
export const spread = (values: readonly number[]): Spread | null => {
  const { n, mean, sd } = summarise(values);
  if (mean === null || sd === null) return null;
  return {
    variance: sd ** 2,
    sd,
    populationSd: sd * Math.sqrt((n - 1) / n),
    se: sd / Math.sqrt(n),
    coefficientOfVariation: mean === 0 ? null : sd / mean,
  };
};
