import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import type { Matrix } from 'ml-matrix';
import type { Interval } from '../interval';
import { covarianceMatrix, squaredMultipleCorrelations, toCorrelations } from './covariance-matrix';

export interface CronbachAlpha {
  readonly n: number;
  /** Number of items. */
  readonly items: number;
  /** From covariances; may be negative when an item is worded the other way round. */
  readonly alpha: number;
  /** From correlations, as if all items had the same spread; null when an item is constant. */
  readonly standardised: number | null;
  /** Feldt's interval of alpha; null with fewer than two items that vary together. */
  readonly interval: Interval | null;
  /** Guttman's lower bounds of reliability; lambda 6 null when items are linearly dependent. */
  readonly lambda2: number;
  readonly lambda6: number | null;
  readonly meanCorrelation: number | null;
  readonly medianCorrelation: number | null;
}

/**
 * Cronbach's alpha: how consistently the items of a scale measure one thing,
 * α = k/(k − 1) · (1 − Σ item variances / variance of the sum). A negative alpha is a legitimate result: it points to
 * items that should be reversed.
 *
 * @param items      one list of answers per item, complete cases, at least two items
 * @param confidence of the interval, probability in (0, 1)
 * @returns          null with fewer than two respondents or when the sum does not vary
 * @throws RangeError if there are fewer than two items, lengths differ, an answer is not finite or confidence is outside
 *                    (0, 1)
 * @source Cronbach (1951), Psychometrika 16, 297-334; Feldt, Woodruff & Salih (1987), Applied Psychological Measurement
 *         11, 93-103; R: psych::alpha(check.keys = FALSE)
 * @example cronbachAlpha([[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]])?.alpha // => 0.7241
 */
export const cronbachAlpha = (items: readonly ArrayLike<number>[], confidence = 0.95): CronbachAlpha | null => {
  if (items.length < 2) throw new RangeError(`${items.length} item: alpha needs at least two`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  const covariances = covarianceMatrix(items);
  if (!covariances || !(covariances.sum() > 0)) return null;
  const n = items[0]?.length ?? 0;
  const alpha = alphaOf(covariances);
  const correlations = toCorrelations(covariances);
  const smc = correlations && squaredMultipleCorrelations(correlations);
  const between = correlations ? belowDiagonal(correlations) : [];
  return {
    n,
    items: items.length,
    alpha,
    standardised: correlations && alphaOf(correlations),
    interval: feldtInterval(alpha, n, items.length, confidence),
    lambda2: lambda2(covariances),
    lambda6: correlations && smc && 1 - smc.reduce((rest, value) => rest + 1 - value, 0) / correlations.sum(),
    meanCorrelation: correlations && between.reduce((total, r) => total + r, 0) / between.length,
    medianCorrelation: correlations && middle(between),
  };
};

/** Alpha of a covariance or correlation matrix with at least two rows. */
export const alphaOf = (matrix: Matrix): number =>
  (matrix.rows / (matrix.rows - 1)) * (1 - matrix.trace() / matrix.sum());

const feldtInterval = (alpha: number, n: number, k: number, confidence: number): Interval => {
  const [df1, df2, tail] = [n - 1, (n - 1) * (k - 1), (1 - confidence) / 2];
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
  };
};

const lambda2 = (matrix: Matrix): number => {
  const k = matrix.rows;
  const squares = 2 * belowDiagonal(matrix).reduce((total, value) => total + value * value, 0);
  return (matrix.sum() - matrix.trace() + Math.sqrt((k / (k - 1)) * squares)) / matrix.sum();
};

const belowDiagonal = (matrix: Matrix): number[] => matrix.to2DArray().flatMap((row, at) => row.slice(0, at));

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};
