import { chiSquareUpper, chiSquareUpperLog10 } from '../distributions/chi-square';
import { covarianceMatrix, logDeterminant, toCorrelations } from './covariance-matrix';

export interface BartlettSphericity {
  readonly n: number;
  /** Of the correlation matrix, in [0, 1]. */
  readonly determinant: number;
  /** Null when the determinant is 0: an item depends on others. */
  readonly chiSquare: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Decimal logarithm of p, for p values that a double cannot hold. */
  readonly log10P: number | null;
}

/**
 * Bartlett's test of sphericity: do the items correlate at all? χ² = −(n − 1 − (2k + 5)/6) · ln|R|.
 *
 * @param items one list of answers per item, complete cases, at least two items
 * @returns     null when an item is constant; χ² and p null when an item is linearly dependent
 * @throws RangeError if there are fewer than two items, lengths differ or an answer is not finite
 * @source Bartlett (1951), Biometrika 38, 337-344; R: psych::cortest.bartlett
 * @example bartlettSphericity([[5, 4, 5, 3, 2, 4], [4, 3, 2, 1, 1, 2], [5, 5, 5, 4, 3, 1]])?.chiSquare // => 3.433
 */
export const bartlettSphericity = (items: readonly ArrayLike<number>[]): BartlettSphericity | null => {
  const k = items.length;
  if (k < 2) throw new RangeError(`${k} item: need at least two`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  if (!correlations) return null;
  const n = items[0]?.length ?? 0;
  const df = (k * (k - 1)) / 2;
  const logarithm = logDeterminant(correlations);
  if (logarithm === null) return { n, determinant: 0, chiSquare: null, df, p: null, log10P: null };
  const chiSquare = Math.max(0, -(n - 1 - (2 * k + 5) / 6) * logarithm);
  return {
    n,
    determinant: Math.exp(logarithm),
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    log10P: chiSquareUpperLog10(chiSquare, df),
  };
};
