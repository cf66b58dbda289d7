import { noncentralTLower } from '../distributions/noncentral-t';
import { normalQuantile } from '../distributions/normal-quantile';
import { tQuantile } from '../distributions/student-t';

/** Sample sizes per group; round up. */
export interface TwoMeanSampleSize {
  /** Normal approximation, 2 (z_α/2 + z_β)² / d². */
  readonly byNormal: number;
  /** t test, power counted in the tail of the true difference: R's power.t.test. */
  readonly byT: number;
  /** t test, power counted in both tails: power.t.test(strict = TRUE). */
  readonly byTBothTails: number;
}

/**
 * How many answers per group are needed to find a standardised difference of two means with a two-sided t test.
 *
 * @param d     difference in standard deviations, in [0.001, 20]
 * @param alpha level of the test, in (0, 1)
 * @param power chance of finding the difference, in (alpha, 1)
 * @returns     sample sizes, fractions included, at least 2
 * @throws RangeError outside these ranges
 * @source Cohen (1988), Statistical Power Analysis, chapter 2; R: power.t.test
 * @example sampleSizeOfTwoMeans(0.5, 0.05, 0.8).byT // => 63.7658
 */
export const sampleSizeOfTwoMeans = (d: number, alpha: number, power: number): TwoMeanSampleSize => {
  if (!(d >= 0.001 && d <= 20)) throw new RangeError(`d = ${d}: need 0.001 ≤ d ≤ 20`);
  if (!(alpha > 0 && alpha < power && power < 1)) throw new RangeError(`alpha ${alpha}, power ${power}: out of range`);
  const byNormal = 2 * ((normalQuantile(power) - normalQuantile(alpha / 2)) / d) ** 2;
  const solve = (tails: 1 | 2): number => smallest(byNormal, (n) => powerOfTTest(n, d, alpha, tails) - power);
  return { byNormal, byT: solve(1), byTBothTails: solve(2) };
};

const powerOfTTest = (n: number, d: number, alpha: number, tails: 1 | 2): number => {
  const df = 2 * (n - 1);
  const critical = tQuantile(1 - alpha / 2, df);
  const noncentrality = d * Math.sqrt(n / 2);
  const upper = 1 - noncentralTLower(critical, df, noncentrality);
  return tails === 1 ? upper : upper + noncentralTLower(-critical, df, noncentrality);
};

const FEWEST = 2;

/** Where a rising function crosses 0, by bisection around a start; the fewest when it is positive there already. */
const smallest = (start: number, excess: (n: number) => number): number => {
  if (excess(FEWEST) >= 0) return FEWEST;
  let [low, high] = [FEWEST, Math.max(start + 4, 8)];
  for (let doubling = 0; doubling < 20 && excess(high) < 0; doubling += 1) high *= 2;
  for (let halving = 0; halving < 100 && high - low > 1e-10 * high; halving += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
