import { chiSquareUpper } from '../distributions/chi-square';
import { normalTwoSided } from '../distributions/normal';
import { sharesOf, type SharePair } from './share-pair';

/** A statistic with its two-sided p. */
export interface StatisticWithP {
  readonly statistic: number;
  readonly p: number;
}

/** Tests of equal shares in two groups; each null when its standard error is 0. */
export interface DifferenceTests {
  /** z with the standard error under equality, no continuity correction: equals the chi-square test. */
  readonly pooled: StatisticWithP | null;
  /** z with the standard error of the Wald interval. */
  readonly unpooled: StatisticWithP | null;
  /** Chi-square with Yates' continuity correction. */
  readonly yates: StatisticWithP | null;
}

/**
 * Do two independent groups have the same share of successes?
 *
 * @param pair successes and answers of each group
 * @returns    the three usual tests; null when a group is empty
 * @throws RangeError if successes are outside [0, n]
 * @source Agresti (2013), Categorical Data Analysis, 3.1; R: prop.test(c(x1, x2), c(n1, n2), correct = TRUE | FALSE)
 * @example differenceTests({ first: { successes: 56, n: 70 }, second: { successes: 48, n: 80 } })?.pooled // => { statistic: 2.6502, p: 0.008 }
 */
export const differenceTests = (pair: SharePair): DifferenceTests | null => {
  const shares = sharesOf(pair);
  if (shares === null) return null;
  const { n1, n2, difference, variance } = shares;
  const pooledShare = (pair.first.successes + pair.second.successes) / (n1 + n2);
  const pooledVariance = pooledShare * (1 - pooledShare) * (1 / n1 + 1 / n2);
  const correction = Math.min(Math.abs(difference), (1 / n1 + 1 / n2) / 2);
  return {
    pooled: zTest(difference, pooledVariance),
    unpooled: zTest(difference, variance),
    yates: chiSquare(Math.abs(difference) - correction, pooledVariance),
  };
};

const zTest = (difference: number, variance: number): StatisticWithP | null => {
  if (variance === 0) return null;
  const statistic = difference / Math.sqrt(variance);
  return { statistic, p: normalTwoSided(statistic) };
};

const chiSquare = (distance: number, variance: number): StatisticWithP | null => {
  if (variance === 0) return null;
  const statistic = distance ** 2 / variance;
  return { statistic, p: chiSquareUpper(statistic, 1) };
};
