import { chiSquareUpper } from '../distributions/chi-square';
import { normalTwoSided } from '../distributions/normal';
import { assertFinite, assertSameLength } from '../vector';
import { fitOrdinal } from './fit-ordinal';

export interface OrdinalCoefficient {
  /** Positive = higher categories become more likely. */
  readonly estimate: number;
  readonly se: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly oddsRatio: number;
}

export interface OrdinalLogit {
  /** Sum of the frequency weights. */
  readonly n: number;
  /** Between neighbouring categories, ascending. */
  readonly thresholds: readonly { readonly estimate: number; readonly se: number }[];
  readonly coefficients: readonly OrdinalCoefficient[];
  readonly logLikelihood: number;
  /** Of the model with thresholds only. */
  readonly nullLogLikelihood: number;
  readonly aic: number;
  readonly likelihoodRatio: { readonly chiSquare: number; readonly df: number; readonly p: number };
  readonly mcFaddenR2: number;
  /** Largest |slope| of the log likelihood at the solution; near 0 = converged. */
  readonly gradient: number;
}

/**
 * Ordinal logistic regression (proportional odds): logit P(Y ≤ k) = thresholdₖ − xᵀβ, by maximum likelihood.
 *
 * @param columns    predictor columns WITHOUT a column of ones: the thresholds take its place
 * @param y          category index 0 … categories − 1, in order
 * @param categories how many, ≥ 2, all of them used
 * @param weights    frequency weights ≥ 0; absent = all 1
 * @returns          null when the likelihood has no finite maximum (separation) or predictors are collinear
 * @throws RangeError if lengths differ, a value is not finite, a category is out of range or unused
 * @source McCullagh (1980), JRSS B 42, 109-142; R: ordinal::clm, MASS::polr; SPSS PLUM
 * @example ordinalLogit([[1, 2, 3, 4, 5, 6]], [0, 1, 0, 2, 1, 2], 3)?.coefficients[0]?.estimate // => 1.0597
 */
export const ordinalLogit = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  categories: number,
  weights?: ArrayLike<number>,
): OrdinalLogit | null => {
  const w = weights ? Float64Array.from(weights) : new Float64Array(y.length).fill(1);
  columns.forEach((column, at) => {
    assertSameLength(y.length, column, `columns[${at}]`);
    assertFinite(column, `columns[${at}]`);
  });
  const counts = categoryCounts(y, categories, w);
  const fit = fitOrdinal(columns, Int32Array.from(y), counts, w);
  if (!fit) return null;
  const n = counts.reduce((total, count) => total + count, 0);
  const nullLogLikelihood = counts.reduce((total, count) => total + count * Math.log(count / n), 0);
  const df = columns.length;
  const chiSquare = Math.max(0, 2 * (fit.logLikelihood - nullLogLikelihood));
  const parameters = fit.estimates.map((estimate, at) => ({ estimate, se: fit.errors[at] ?? 0 }));
  return {
    n,
    thresholds: parameters.slice(0, categories - 1),
    coefficients: parameters.slice(categories - 1).map(({ estimate, se }) => {
      const z = estimate / se;
      return { estimate, se, z, p: normalTwoSided(z), oddsRatio: Math.exp(estimate) };
    }),
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood,
    aic: 2 * parameters.length - 2 * fit.logLikelihood,
    likelihoodRatio: { chiSquare, df, p: df === 0 ? 1 : chiSquareUpper(chiSquare, df) },
    mcFaddenR2: 1 - fit.logLikelihood / nullLogLikelihood,
    gradient: fit.gradient,
  };
};

const categoryCounts = (y: ArrayLike<number>, categories: number, weights: Float64Array): number[] => {
  assertSameLength(y.length, weights, 'weights');
  if (categories < 2) throw new RangeError(`${categories} categories: need at least two`);
  const counts = new Array<number>(categories).fill(0);
  for (let row = 0; row < y.length; row++) {
    const category = y[row] ?? -1;
    if (!Number.isInteger(category) || category < 0 || category >= categories)
      throw new RangeError(`y[${row}] = ${category}: need an index from 0 to ${categories - 1}`);
    counts[category] = (counts[category] ?? 0) + (weights[row] ?? 0);
  }
  const unused = counts.findIndex((count) => !(count > 0));
  if (unused !== -1) throw new RangeError(`Nobody is in category ${unused}: merge it with a neighbour`);
  return counts;
};
