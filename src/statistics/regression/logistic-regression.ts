import { chiSquareUpper } from '../distributions/chi-square';
import { normalTwoSided, zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { assertFinite, assertSameLength, dot, sum } from '../vector';
import { fitLogistic, type LogisticFit } from './fit-logistic';

export interface LogisticCoefficient {
  /** Logit scale; null = the column is a linear combination of columns before it and was left out. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly z: number | null;
  /** z². */
  readonly wald: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** Wald interval on the logit scale. */
  readonly interval: Interval | null;
  readonly oddsRatio: number | null;
}

export interface LogisticRegression {
  /** Sum of the frequency weights. */
  readonly n: number;
  /** Of those, y = 1. */
  readonly events: number;
  readonly coefficients: readonly LogisticCoefficient[];
  readonly nullDeviance: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  readonly aic: number;
  /** Likelihood-ratio test of all predictors together; null without predictors. */
  readonly likelihoodRatio: { readonly chiSquare: number; readonly df: number; readonly p: number } | null;
  readonly mcFaddenR2: number;
  readonly coxSnellR2: number;
  readonly nagelkerkeR2: number;
  readonly probabilities: Float64Array;
}

/**
 * Logistic regression of a yes/no outcome by maximum likelihood.
 *
 * @param columns    design columns with the column of ones first, see designMatrix
 * @param y          1 = yes, 0 = no
 * @param options    frequency weights ≥ 0 (rows that stand for several people); confidence of the intervals
 * @returns          null when everybody gave the same answer or the predictors separate the answers (completely or in
 *                   part): the likelihood then has no finite maximum, and no coefficient should be shown
 * @throws RangeError if lengths differ, y is not 0 or 1, a value is not finite or there are fewer rows than coefficients
 * @source Hosmer, Lemeshow & Sturdivant (2013), Applied Logistic Regression; Nagelkerke (1991), Biometrika 78, 691-692;
 *         R: glm(family = binomial), confint.default
 * @example logisticRegression([[1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]], [0, 0, 1, 0, 1, 1])?.coefficients[1]?.oddsRatio // => 3.367
 */
export const logisticRegression = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  { weights, confidence = 0.95 }: { readonly weights?: ArrayLike<number>; readonly confidence?: number } = {},
): LogisticRegression | null => {
  const w = weights ? Float64Array.from(weights) : new Float64Array(y.length).fill(1);
  assertSameLength(y.length, w, 'weights');
  columns.forEach((column, at) => {
    assertSameLength(y.length, column, `columns[${at}]`);
    assertFinite(column, `columns[${at}]`);
  });
  const n = sum(w);
  const events = dot(w, y);
  const fit = fitLogistic(columns, y, w);
  if (!fit || events <= 0 || events >= n) return null;
  const logLikelihood = logLikelihoodOf(y, w, fit.probabilities);
  const nullLogLikelihood = events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
  const df = fit.kept.length - 1;
  const chiSquare = Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
  const coxSnellR2 = -Math.expm1((2 / n) * (nullLogLikelihood - logLikelihood));
  return {
    n,
    events,
    coefficients: inference(fit, confidence),
    nullDeviance: -2 * nullLogLikelihood,
    deviance: -2 * logLikelihood,
    logLikelihood,
    aic: 2 * fit.kept.length - 2 * logLikelihood,
    likelihoodRatio: df < 1 ? null : { chiSquare, df, p: chiSquareUpper(chiSquare, df) },
    mcFaddenR2: 1 - logLikelihood / nullLogLikelihood,
    coxSnellR2,
    nagelkerkeR2: coxSnellR2 / -Math.expm1((2 / n) * nullLogLikelihood),
    probabilities: fit.probabilities,
  };
};

const logLikelihoodOf = (y: ArrayLike<number>, weights: Float64Array, probabilities: Float64Array): number =>
  probabilities.reduce((total, p, row) => total + (weights[row] ?? 0) * Math.log(y[row] === 1 ? p : 1 - p), 0);

const inference = ({ coefficients, kept, inverse }: LogisticFit, confidence: number): LogisticCoefficient[] =>
  coefficients.map((estimate, at) => {
    const position = kept.indexOf(at);
    if (estimate === null) return { estimate, se: null, z: null, wald: null, p: null, interval: null, oddsRatio: null };
    const se = Math.sqrt(inverse[position]?.[position] ?? 0);
    const z = estimate / se;
    const half = zCritical(confidence) * se;
    return {
      estimate,
      se,
      z,
      wald: z ** 2,
      p: normalTwoSided(z),
      interval: { low: estimate - half, high: estimate + half },
      oddsRatio: Math.exp(estimate),
    };
  });
