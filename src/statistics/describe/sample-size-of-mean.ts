import { zCritical } from '../distributions/normal';

/** What a survey of a mean must be able to say, of whom. */
export interface MeanSurveyPlan {
  /** Expected standard deviation > 0. */
  readonly sd: number;
  /** Half width of the interval wanted, in the same unit, > 0. */
  readonly margin: number;
  /** Probability in (0, 1). */
  readonly confidence: number;
  /** N of a finite population; absent = very large. */
  readonly population?: number;
}

/** Sample sizes before rounding up. */
export interface MeanSampleSize {
  /** From a very large population. */
  readonly infinite: number;
  /** From the finite population; null when none was named. */
  readonly finite: number | null;
}

/**
 * How many answers the interval of a mean needs: n₀ = (z · sd / margin)², in a finite population n₀/(1 + n₀/N).
 *
 * @param plan what is wanted
 * @returns    numbers of people, fractions included; round up
 * @throws RangeError if a part of the plan is outside its range
 * @source Cochran (1977), Sampling Techniques, 4.6
 * @example sampleSizeOfMean({ sd: 15, margin: 2, confidence: 0.95 }).infinite // => 216.08
 */
export const sampleSizeOfMean = ({ sd, margin, confidence, population }: MeanSurveyPlan): MeanSampleSize => {
  if (!(sd > 0) || !(margin > 0)) throw new RangeError(`sd ${sd}, margin ${margin}: need both > 0`);
  if (population !== undefined && !(population >= 1)) throw new RangeError(`population ${population}: need ≥ 1`);
  const infinite = ((zCritical(confidence) * sd) / margin) ** 2;
  return { infinite, finite: population === undefined ? null : infinite / (1 + infinite / population) };
};
