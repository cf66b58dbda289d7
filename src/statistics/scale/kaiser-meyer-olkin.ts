import { covarianceMatrix, inverseOfCorrelations, toCorrelations } from './covariance-matrix';

export interface SamplingAdequacy {
  readonly n: number;
  /** Of all items together, in [0, 1]; below 0.5 a factor analysis makes little sense. */
  readonly overall: number;
  /** Of each item. */
  readonly items: readonly number[];
}

/**
 * Kaiser-Meyer-Olkin measure of sampling adequacy: how far the correlations of the items are due to what several share
 * rather than to pairs, Σr² / (Σr² + Σ partial r²).
 *
 * @param items one list of answers per item, complete cases, at least two items
 * @returns     shares in [0, 1]; null when an item is constant or linearly dependent ({@link dependentItem} says which) or
 *              nothing correlates
 * @throws RangeError if there are fewer than two items, lengths differ or an answer is not finite
 * @source Kaiser & Rice (1974), Educational and Psychological Measurement 34, 111-117; R: psych::KMO
 * @example kaiserMeyerOlkin([[5, 4, 5, 3, 2, 4], [4, 3, 2, 1, 1, 2], [5, 5, 5, 4, 3, 1]])?.overall // => 0.6258
 */
export const kaiserMeyerOlkin = (items: readonly ArrayLike<number>[]): SamplingAdequacy | null => {
  if (items.length < 2) throw new RangeError(`${items.length} item: need at least two`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  const inverse = correlations && inverseOfCorrelations(correlations);
  if (!correlations || !inverse) return null;
  const sums = items.map((_, i) => {
    let [simple, partial] = [0, 0];
    items.forEach((__, j) => {
      if (i === j) return;
      simple += correlations.get(i, j) ** 2;
      partial += inverse.get(i, j) ** 2 / (inverse.get(i, i) * inverse.get(j, j));
    });
    return { simple, partial };
  });
  const simple = sums.reduce((total, item) => total + item.simple, 0);
  const partial = sums.reduce((total, item) => total + item.partial, 0);
  if (sums.some((item) => item.simple + item.partial === 0)) return null;
  return {
    n: items[0]?.length ?? 0,
    overall: simple / (simple + partial),
    items: sums.map((item) => item.simple / (item.simple + item.partial)),
  };
};
