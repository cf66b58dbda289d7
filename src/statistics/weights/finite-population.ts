import { summarise } from '../describe/summary';
import { tCritical } from '../distributions/student-t';
import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';

/** What a sample without replacement says about a finite population. */
export interface FinitePopulationMean {
  readonly n: number;
  /** n / N. */
  readonly samplingShare: number;
  readonly mean: number;
  /** sd/√n · √(1 − n/N); 0 for a census, null for one value out of several. */
  readonly se: number | null;
  /** Mean ± t · se, n − 1 degrees of freedom; null when se is null or 0. */
  readonly interval: Interval | null;
  /** N · mean. */
  readonly total: number;
  readonly totalSe: number | null;
}

/**
 * √(1 − n/N): by how much standard errors shrink because the population is finite, when the variance has divisor n − 1.
 *
 * @param n          sample size, 1 ≤ n ≤ N
 * @param population N
 * @returns          a factor in [0, 1]; 0 for a census
 * @throws RangeError if n exceeds the population or is below 1
 * @source Cochran (1977), Sampling Techniques, 2.6
 * @example finitePopulationFactor(100, 400) // => 0.866
 */
export const finitePopulationFactor = (n: number, population: number): number => {
  refuseOutside(n, population);
  return Math.sqrt(1 - n / population);
};

/**
 * √((N − n)/(N − 1)), the factor of textbooks whose variance has divisor N.
 *
 * @param n          sample size, 1 ≤ n ≤ N
 * @param population N
 * @returns          a factor in [0, 1]; 0 for a census
 * @throws RangeError if n exceeds the population or is below 1
 * @source Cochran (1977), Sampling Techniques, 2.5
 * @example textbookPopulationFactor(100, 400) // => 0.8671
 */
export const textbookPopulationFactor = (n: number, population: number): number => {
  refuseOutside(n, population);
  return population === 1 ? 0 : Math.sqrt((population - n) / (population - 1));
};

/**
 * Mean and total of a finite population from a simple random sample without replacement.
 *
 * @param values     finite numbers in one unit
 * @param population N, at least the number of values
 * @param confidence of the interval, probability in (0, 1)
 * @returns          in that unit; null when there are no values
 * @throws RangeError if there are more values than the population or confidence is outside (0, 1)
 * @source Cochran (1977), Sampling Techniques, 2.6; R: survey::svymean(~x, svydesign(ids = ~1, fpc = ~N))
 * @example finitePopulationMean([1, 2, 3, 4], 4)?.se // => 0
 */
export const finitePopulationMean = (
  values: readonly number[],
  population: number,
  confidence = 0.95,
): FinitePopulationMean | null => {
  const { n, mean, sd } = summarise(values);
  if (mean === null) return null;
  const factor = finitePopulationFactor(n, population);
  const se = factor === 0 ? 0 : sd === null ? null : (sd / Math.sqrt(n)) * factor;
  return {
    n,
    samplingShare: n / population,
    mean,
    se,
    interval: se === null || se === 0 ? null : around(mean, tCritical(confidence, n - 1) * se),
    total: population * mean,
    totalSe: se === null ? null : population * se,
  };
};

/** A share in a finite population; two factors are in use. */
export interface FinitePopulationShare {
  readonly share: number;
  /** √(p(1 − p)/(n − 1)) · √(1 − n/N), unbiased; null when n = 1 < N. */
  readonly se: number | null;
  /** √(p(1 − p)/n) · √((N − n)/(N − 1)), as in textbooks. */
  readonly textbookSe: number;
  /** share ± z · textbookSe, not truncated. */
  readonly textbookInterval: Interval;
}

/**
 * Share in a finite population from a simple random sample without replacement.
 *
 * @param successes  count, 0 ≤ successes ≤ n
 * @param n          answers counted, n ≤ N
 * @param population N
 * @param confidence of the interval, probability in (0, 1)
 * @returns          share in [0, 1]; null when n = 0
 * @throws RangeError outside these ranges
 * @source Cochran (1977), Sampling Techniques, 3.2
 * @example finitePopulationShare(40, 100, 400)?.textbookSe // => 0.0425
 */
export const finitePopulationShare = (
  successes: number,
  n: number,
  population: number,
  confidence = 0.95,
): FinitePopulationShare | null => {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n}: need 0 ≤ successes ≤ n`);
  const z = zCritical(confidence);
  if (n === 0) return null;
  const share = successes / n;
  const spread = share * (1 - share);
  const factor = finitePopulationFactor(n, population);
  const textbookSe = Math.sqrt(spread / n) * textbookPopulationFactor(n, population);
  return {
    share,
    se: factor === 0 ? 0 : n < 2 ? null : Math.sqrt(spread / (n - 1)) * factor,
    textbookSe,
    textbookInterval: around(share, z * textbookSe),
  };
};

const around = (centre: number, half: number): Interval => ({ low: centre - half, high: centre + half });

const refuseOutside = (n: number, population: number): void => {
  if (!(n >= 1 && n <= population))
    throw new RangeError(`A sample of ${n} from ${population}: need 1 ≤ n ≤ population`);
};
