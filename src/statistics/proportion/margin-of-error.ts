import { zCritical } from '../distributions/normal';
import { textbookPopulationFactor } from '../weights/finite-population';

/** Half widths of the interval of a share, as shares. */
export interface MarginOfError {
  /** Simple random sample from a very large population. */
  readonly margin: number;
  /** The same from the finite population; null when none was named. */
  readonly inPopulation: number | null;
  /** The first one after the design effect. */
  readonly withDesignEffect: number;
}

/** A survey that was made. */
export interface ShareSurvey {
  /** In [0, 1]. */
  readonly share: number;
  /** Answers counted, ≥ 1. */
  readonly n: number;
  /** Probability in (0, 1). */
  readonly confidence: number;
  /** N of a finite population, at least n. */
  readonly population?: number;
  /** Variance relative to a simple random sample; absent = 1. */
  readonly designEffect?: number;
}

/**
 * Margin of error of a share: z √(p(1 − p)/n), times √((N − n)/(N − 1)) in a finite population, times √deff.
 *
 * @param survey share, answers, confidence
 * @returns      shares
 * @throws RangeError if a part of the survey is outside its range
 * @source Cochran (1977), Sampling Techniques, 3.2
 * @example marginOfError({ share: 0.5, n: 1000, confidence: 0.95 }).margin // => 0.031
 */
export const marginOfError = ({ share, n, confidence, population, designEffect = 1 }: ShareSurvey): MarginOfError => {
  if (!(share >= 0 && share <= 1) || !(n >= 1)) throw new RangeError(`share ${share} of ${n}: need a share and n ≥ 1`);
  if (!(designEffect > 0)) throw new RangeError(`design effect ${designEffect}: need > 0`);
  const margin = zCritical(confidence) * Math.sqrt((share * (1 - share)) / n);
  return {
    margin,
    inPopulation: population === undefined ? null : margin * textbookPopulationFactor(n, population),
    withDesignEffect: margin * Math.sqrt(designEffect),
  };
};
