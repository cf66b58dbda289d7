import gammaln from '@stdlib/math-base-special-gammaln';
import type { Summary } from '../describe/summary';
import { noncentralTLower } from '../distributions/noncentral-t';
import { normalLower, zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { pooledSd } from './pooled-sd';

/** A difference of means in standard deviations, first minus second; null fields where these do not vary. */
export interface MeanDifference {
  /** In the unit of the values. */
  readonly difference: number;
  readonly pooledSd: number | null;
  /** Difference / pooled sd. */
  readonly cohenD: number | null;
  /** d without its bias in small samples, exact gamma correction. */
  readonly hedgesG: number | null;
  /** The same by 1 − 3/(4 df − 1). */
  readonly hedgesGApproximate: number | null;
  /** Difference / sd of the second group, where that is a control group. */
  readonly glassDelta: number | null;
  /** Difference / √(mean of the two variances). */
  readonly cohenDOfVariances: number | null;
  /** Of d, from the noncentral t distribution; for |t| beyond 37 by R's normal approximation of it. */
  readonly interval: Interval | null;
  /** Of d, normal approximation of Hedges and Olkin. */
  readonly normalInterval: Interval | null;
}

/**
 * Cohen's d and its relatives: how large is a difference of two independent means, in standard deviations?
 *
 * @param first      n, mean and sample standard deviation
 * @param second     the same of the other group
 * @param confidence of the intervals, probability in (0, 1)
 * @returns          the effect sizes; null when a group is empty
 * @throws RangeError if confidence is outside (0, 1)
 * @source Cohen (1988); Hedges & Olkin (1985), chapter 5; Steiger & Fouladi (1997);
 *         Abramowitz & Stegun (1964), 26.7.10; R: effectsize::cohens_d, hedges_g
 * @example meanDifference({ n: 30, mean: 4.8, sd: 0.5 }, { n: 30, mean: 4.5, sd: 0.5 })?.cohenD // => 0.6
 */
export const meanDifference = (first: Summary, second: Summary, confidence = 0.95): MeanDifference | null => {
  const critical = zCritical(confidence);
  if (first.mean === null || second.mean === null) return null;
  const difference = first.mean - second.mean;
  const sd = pooledSd([first, second]);
  const df = first.n + second.n - 2;
  const over = (scale: number | null): number | null => (scale === null || scale === 0 ? null : difference / scale);
  const cohenD = over(sd);
  const half = critical * Math.sqrt(1 / first.n + 1 / second.n + (cohenD ?? 0) ** 2 / (2 * (first.n + second.n)));
  const bothVary = first.sd !== null && second.sd !== null;
  return {
    difference,
    pooledSd: sd,
    cohenD,
    hedgesG: cohenD === null || df < 2 ? null : cohenD * correctionOf(df),
    hedgesGApproximate: cohenD === null || df < 2 ? null : cohenD * (1 - 3 / (4 * df - 1)),
    glassDelta: over(second.sd),
    cohenDOfVariances: bothVary ? over(Math.sqrt((first.sd ** 2 + second.sd ** 2) / 2)) : null,
    interval: cohenD === null ? null : exactInterval(cohenD, df, first.n, second.n, confidence),
    normalInterval: cohenD === null ? null : { low: cohenD - half, high: cohenD + half },
  };
};

/** J = Γ(df/2) / (√(df/2) Γ((df − 1)/2)). */
const correctionOf = (df: number): number => Math.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / Math.sqrt(df / 2);

/** The noncentralities under which the observed t lies at the two ends of its distribution, turned into d. */
const exactInterval = (d: number, df: number, n1: number, n2: number, confidence: number): Interval => {
  const scale = Math.sqrt((n1 * n2) / (n1 + n2));
  const t = d * scale;
  return {
    low: noncentralityWhere(t, df, (1 + confidence) / 2) / scale,
    high: noncentralityWhere(t, df, (1 - confidence) / 2) / scale,
  };
};

const HALVINGS = 60;

/** Bisection: the lower tail at t falls as the noncentrality rises. */
const noncentralityWhere = (t: number, df: number, lower: number): number => {
  const reach = 20 + Math.abs(t);
  let [low, high] = [t - reach, t + reach];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (lowerTail(t, df, middle) > lower) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Beyond this noncentrality R's pt turns to the normal approximation; followed, to give R's limits (error below 3e-5). */
const R_SERIES_REACH = Math.sqrt(2 * Math.LN2 * 1021);

const lowerTail = (t: number, df: number, noncentrality: number): number => {
  if (Math.abs(noncentrality) <= R_SERIES_REACH) return noncentralTLower(t, df, noncentrality);
  const shift = 1 / (4 * df);
  return normalLower((t * (1 - shift) - noncentrality) / Math.sqrt(1 + 2 * t * t * shift));
};
