import type { Interval } from '../interval';
import { domainOf, type Domain } from './domain';
import { tInterval, zInterval } from './estimate-interval';
import type { SurveyDesign } from './survey-design';
import { varianceOfTotal } from './variance-of-totals';

export interface SurveyMean {
  /** Rows with a value. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Sample of equal weights that would be as precise: n with weight / deff against sampling with replacement. */
  readonly effectiveN: number | null;
  readonly df: number;
  readonly mean: number;
  /** Standard error; null when a stratum has a single sampling unit. */
  readonly se: number | null;
  readonly interval: Interval | null;
  /** The same with the normal instead of the t distribution. */
  readonly normalInterval: Interval | null;
  /** Variance relative to a simple random sample of the same size without replacement; null when weights do not add up to a population. */
  readonly deff: number | null;
  /** The same with replacement. */
  readonly deffWithReplacement: number | null;
  /** se / mean; null when the mean is 0. */
  readonly coefficientOfVariation: number | null;
}

/**
 * Weighted mean with the standard error that strata, clusters and weights imply:
 * x̄ = Σwx / Σw, variance that of Σ w(x − x̄) / Σw by linearisation. A share is the mean of 0 and 1.
 *
 * @param values     one per row; null = no answer or outside the domain of interest
 * @param design     how the sample was drawn
 * @param confidence of the intervals, probability in (0, 1)
 * @returns          in the unit of the values; null when no row with a value carries weight
 * @throws RangeError if lengths differ, a value is not finite or confidence is outside (0, 1)
 * @source Lumley (2010), Complex Surveys, 2; R: survey::svymean(na.rm = TRUE, deff = TRUE), degf
 * @example surveyMean([1, 2, 5], surveyDesign({ weights: [1, 1, 2] }))?.se // => 1.3302
 */
export const surveyMean = (
  values: ArrayLike<number | null>,
  design: SurveyDesign,
  confidence = 0.95,
): SurveyMean | null => {
  const domain = domainOf(values, design);
  const { n, nWithWeight, sumOfWeights } = domain;
  if (!(sumOfWeights > 0)) return null;
  const mean = weightedMean(domain);
  const variance = varianceOfTotal(
    domain.values.map((value, row) => ((domain.weights[row] ?? 0) * (value - mean)) / sumOfWeights),
    design,
  );
  const se = variance === null ? null : Math.sqrt(variance);
  const { deff, deffWithReplacement } = designEffects(domain, mean, variance, design);
  return {
    n,
    sumOfWeights,
    effectiveN: deffWithReplacement === null || deffWithReplacement === 0 ? null : nWithWeight / deffWithReplacement,
    df: design.df,
    mean,
    se,
    interval: tInterval(mean, se, design.df, confidence),
    normalInterval: zInterval(mean, se, confidence),
    deff,
    deffWithReplacement,
    coefficientOfVariation: se === null || mean === 0 ? null : se / mean,
  };
};

const weightedMean = ({ values, weights, sumOfWeights }: Domain): number =>
  values.reduce((total, value, row) => total + (weights[row] ?? 0) * value, 0) / sumOfWeights;

/** Against a simple random sample of the same size; without replacement only if weights add up to a population. */
const designEffects = (
  { values, weights, nWithWeight, sumOfWeights }: Domain,
  mean: number,
  variance: number | null,
  design: SurveyDesign,
) => {
  const none = { deff: null, deffWithReplacement: null };
  if (variance === null || nWithWeight < 2) return none;
  const squares = values.reduce((total, value, row) => total + (weights[row] ?? 0) * (value - mean) ** 2, 0);
  const simple = squares / sumOfWeights / (nWithWeight - 1);
  if (simple === 0) return none;
  const fraction = design.sumOfWeights > design.n ? 1 - nWithWeight / sumOfWeights : 0;
  return { deff: fraction > 0 ? variance / (simple * fraction) : null, deffWithReplacement: variance / simple };
};
