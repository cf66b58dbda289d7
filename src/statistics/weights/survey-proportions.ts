import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { tCritical } from '../distributions/student-t';
import type { Interval } from '../interval';
import { domainOf } from './domain';
import { logitOfShare } from './logit-of-share';
import type { SurveyDesign } from './survey-design';
import { surveyMean } from './survey-mean';
import { surveyTotal } from './survey-total';

export interface SurveyProportion {
  readonly share: number;
  readonly se: number | null;
  readonly deff: number | null;
  /** Estimated people in the category. */
  readonly total: number;
  readonly totalSe: number | null;
  /** On the logit scale with t: stays inside (0, 1). */
  readonly logitInterval: Interval | null;
  /** Clopper-Pearson with the effective sample size. */
  readonly kornGraubardInterval: Interval | null;
}

/**
 * Weighted share of every category of a survey question, with two intervals that stay inside [0, 1].
 *
 * @param codes      category index of each row, 0 … categories − 1; null = no answer or outside the domain
 * @param categories how many categories there are
 * @param design     how the sample was drawn
 * @param confidence probability in (0, 1)
 * @returns          n answers and one entry per category, shares in [0, 1]; null when no answer carries weight.
 *                   An interval is null without a standard error, and for a share of 0 or 1 on the logit scale
 * @throws RangeError if lengths differ, a code is out of range or confidence is outside (0, 1)
 * @source Korn & Graubard (1998), Survey Methodology 24, 193-201; R: survey::svymean(~factor(x)),
 *         svyciprop(method = "logit" | "beta")
 * @example surveyProportions([0, 1, 1, 1], 2, surveyDesign({ weights: [1, 1, 1, 1] }))?.categories[0]?.se // => 0.25
 */
export const surveyProportions = (
  codes: ArrayLike<number | null>,
  categories: number,
  design: SurveyDesign,
  confidence = 0.95,
): { readonly n: number; readonly df: number; readonly categories: readonly SurveyProportion[] } | null => {
  for (let row = 0; row < codes.length; row++) assertCategory(codes[row] ?? null, categories);
  const proportions: SurveyProportion[] = [];
  let n = 0;
  for (let category = 0; category < categories; category++) {
    const indicator = Array.from(codes, (code) => (code === null ? null : Number(code === category)));
    const mean = surveyMean(indicator, design, confidence);
    const total = surveyTotal(indicator, design, confidence);
    if (!mean || !total) return null;
    n = mean.n;
    const { values, weights } = domainOf(indicator, design);
    const estimate = { share: mean.mean, se: mean.se, df: design.df, answers: values, weights };
    proportions.push({
      share: mean.mean,
      se: mean.se,
      deff: mean.deff,
      total: total.total,
      totalSe: total.se,
      logitInterval: logitInterval(estimate, confidence),
      kornGraubardInterval: kornGraubardInterval(estimate, confidence),
    });
  }
  return { n, df: design.df, categories: proportions };
};

const assertCategory = (code: number | null, categories: number): void => {
  if (code !== null && !(Number.isInteger(code) && code >= 0 && code < categories))
    throw new RangeError(`code ${code}: need an index from 0 to ${categories - 1}`);
};

interface ShareEstimate {
  readonly share: number;
  readonly se: number | null;
  readonly df: number;
  /** 1 = in the category; rows outside the domain carry weight 0. */
  readonly answers: Float64Array;
  readonly weights: Float64Array;
}

const logitInterval = ({ share, se, df, answers, weights }: ShareEstimate, confidence: number): Interval | null => {
  if (se === null || df < 1 || share <= 0 || share >= 1) return null;
  const centre = logitOfShare(answers, weights);
  const fitted = 1 / (1 + Math.exp(-centre));
  const half = (tCritical(confidence, df) * se) / (fitted * (1 - fitted));
  const inverse = (x: number): number => 1 / (1 + Math.exp(-x));
  return { low: inverse(centre - half), high: inverse(centre + half) };
};

/** A share whose variance is rounding only (fixed by the design) has no sampling error to show. */
const FIXED = 1e-12;

const kornGraubardInterval = ({ share, se, df, answers }: ShareEstimate, confidence: number): Interval | null => {
  if (se === null || df < 1 || share <= 0 || share >= 1) return null;
  if (se < FIXED) return { low: share, high: share };
  const adjusted = (tCritical(confidence, answers.length - 1) / tCritical(confidence, df)) ** 2;
  const effectiveN = ((share * (1 - share)) / se ** 2) * adjusted;
  const tail = (1 - confidence) / 2;
  return {
    low: betaQuantile(tail, effectiveN * share, effectiveN * (1 - share) + 1),
    high: betaQuantile(1 - tail, effectiveN * share + 1, effectiveN * (1 - share)),
  };
};
