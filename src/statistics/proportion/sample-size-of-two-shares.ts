import { normalQuantile } from '../distributions/normal-quantile';
import { cohenH } from './cohen-h';

/** Sample sizes per group by different formulas; round up. */
export interface TwoShareSampleSize {
  /** Normal approximation, R's power.prop.test. */
  readonly perGroup: number;
  /** The same with Fleiss' continuity correction, for Yates' or Fisher's test. */
  readonly perGroupWithContinuity: number;
  /** On the arcsine scale, 2 (z_α/2 + z_β)² / h². */
  readonly perGroupByArcsine: number;
  /** (z_α/2 + z_β)² / h²: one group against a fixed share at the same distance h. */
  readonly oneGroupByArcsine: number;
  /** Distance of the shares on the arcsine scale. */
  readonly cohenH: number;
}

/**
 * How many answers per group are needed to find the difference of two shares with a two-sided test.
 *
 * @param p1    share of the first group, in (0, 1)
 * @param p2    share of the second group, in (0, 1), another one
 * @param alpha level of the test, in (0, 1)
 * @param power chance of finding the difference, in (alpha, 1)
 * @returns     sample sizes, fractions included
 * @throws RangeError outside these ranges
 * @source Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, chapter 4; R: power.prop.test
 * @example sampleSizeOfTwoShares(0.6, 0.5, 0.05, 0.8).perGroup // => 387.34
 */
export const sampleSizeOfTwoShares = (p1: number, p2: number, alpha: number, power: number): TwoShareSampleSize => {
  if (!(p1 > 0 && p1 < 1 && p2 > 0 && p2 < 1) || p1 === p2)
    throw new RangeError(`${p1} and ${p2}: need two different shares in (0, 1)`);
  if (!(alpha > 0 && alpha < power && power < 1)) throw new RangeError(`alpha ${alpha}, power ${power}: out of range`);

  const [zAlpha, zBeta] = [-normalQuantile(alpha / 2), normalQuantile(power)];
  const difference = Math.abs(p1 - p2);
  const middle = (p1 + p2) / 2;
  const underEquality = zAlpha * Math.sqrt(2 * middle * (1 - middle));
  const underDifference = zBeta * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  const perGroup = ((underEquality + underDifference) / difference) ** 2;
  const h = cohenH(p1, p2);
  const oneGroupByArcsine = ((zAlpha + zBeta) / h) ** 2;
  return {
    perGroup,
    perGroupWithContinuity: (perGroup / 4) * (1 + Math.sqrt(1 + 4 / (perGroup * difference))) ** 2,
    perGroupByArcsine: 2 * oneGroupByArcsine,
    oneGroupByArcsine,
    cohenH: h,
  };
};
