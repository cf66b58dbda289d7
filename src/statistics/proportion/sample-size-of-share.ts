import { zCritical } from '../distributions/normal';

/** What a survey of a share must be able to say, of whom, by which way. */
export interface ShareSurveyPlan {
  /** Expected share in [0, 1]; 0.5 asks for the largest sample. */
  readonly share: number;
  /** Half width of the interval wanted, a share in (0, 1). */
  readonly margin: number;
  /** Probability in (0, 1). */
  readonly confidence: number;
  /** N of a finite population; absent = very large. */
  readonly population?: number;
  /** Variance relative to a simple random sample; absent = 1. */
  readonly designEffect?: number;
  /** Share of the invited who answer, in (0, 1]; absent = 1. */
  readonly responseShare?: number;
}

/** Sample sizes before and after rounding up. */
export interface SampleSize {
  /** From a very large population. */
  readonly infinite: number;
  readonly infiniteWhole: number;
  /** From the finite population; null when none was named. */
  readonly finite: number | null;
  readonly finiteWhole: number | null;
}

/** Sample sizes of a share, up to the number of invitations. */
export interface ShareSampleSize extends SampleSize {
  /** After the design effect. */
  readonly withDesignEffect: number;
  /** People to invite, rounded up. */
  readonly invitations: number;
}

/**
 * How many answers the interval of a share needs: n₀ = z² p(1 − p)/margin², in a finite population n₀/(1 + (n₀ − 1)/N).
 *
 * @param plan what is wanted
 * @returns    numbers of people
 * @throws RangeError if a part of the plan is outside its range
 * @source Cochran (1977), Sampling Techniques, 4.4
 * @example sampleSizeOfShare({ share: 0.5, margin: 0.05, confidence: 0.95, population: 1000 }).finiteWhole // => 278
 */
export const sampleSizeOfShare = (plan: ShareSurveyPlan): ShareSampleSize => {
  const { share, margin, confidence, population, designEffect = 1, responseShare = 1 } = plan;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share = ${share}: need 0 ≤ share ≤ 1`);
  if (!(margin > 0 && margin < 1)) throw new RangeError(`margin = ${margin}: need 0 < margin < 1`);
  if (!(designEffect > 0)) throw new RangeError(`design effect ${designEffect}: need > 0`);
  if (!(responseShare > 0 && responseShare <= 1)) throw new RangeError(`response share ${responseShare}: need (0, 1]`);
  if (population !== undefined && !(population >= 1)) throw new RangeError(`population ${population}: need ≥ 1`);

  const infinite = (zCritical(confidence) ** 2 * share * (1 - share)) / margin ** 2;
  const finite = population === undefined ? null : infinite / (1 + (infinite - 1) / population);
  const withDesignEffect = (finite ?? infinite) * designEffect;
  return {
    infinite,
    infiniteWhole: wholePeople(infinite),
    finite,
    finiteWhole: finite && wholePeople(finite),
    withDesignEffect,
    invitations: wholePeople(withDesignEffect / responseShare),
  };
};

/**
 * Rounded up to whole people, but not for a rounding error of the double.
 *
 * @param size a number ≥ 0
 * @returns    a whole number
 * @source convention of sample size tables
 * @example wholePeople(384.1) // => 385
 */
export const wholePeople = (size: number): number => Math.ceil(size * (1 - 1e-12));
