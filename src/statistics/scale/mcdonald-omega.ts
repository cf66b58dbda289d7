import { covarianceMatrix, squaredMultipleCorrelations, toCorrelations } from './covariance-matrix';
import { fitMlFactors } from './fit-ml-factors';

export interface McdonaldOmega {
  readonly n: number;
  /** Number of items. */
  readonly items: number;
  /** Unstandardised omega total: the share of the model's variance of the sum that the common factor explains. */
  readonly omega: number;
  /** The same with the observed variance of the sum as denominator. */
  readonly omegaOfObserved: number;
  /** From the correlation matrix. */
  readonly standardised: number;
  /** Standardised loadings, their sum not negative. */
  readonly loadings: readonly number[];
  readonly uniquenesses: readonly number[];
}

/**
 * McDonald's omega total of a one-factor scale: ω = (Σλ)² / ((Σλ)² + Σψ), with loadings λ by maximum likelihood. Unlike
 * alpha it does not suppose that all items load equally. Not the hierarchical solution of psych::omega.
 *
 * @param items one list of answers per item, complete cases, at least three items
 * @returns     shares; null when an item is constant, items are linearly dependent or no one-factor solution exists
 * @throws RangeError if there are fewer than three items, lengths differ or an answer is not finite
 * @source McDonald (1999), Test Theory, 6; R: factanal(factors = 1), lavaan::cfa(std.lv = TRUE)
 * @example mcdonaldOmega([[5, 4, 5, 3, 2, 4], [4, 3, 2, 1, 1, 2], [5, 5, 5, 4, 3, 1]])?.omega // => 0.7532
 */
export const mcdonaldOmega = (items: readonly ArrayLike<number>[]): McdonaldOmega | null => {
  if (items.length < 3) throw new RangeError(`${items.length} items: a one-factor model needs at least three`);
  const covariances = covarianceMatrix(items);
  const correlations = covariances && toCorrelations(covariances);
  const smc = correlations && squaredMultipleCorrelations(correlations);
  const fit = smc && fitMlFactors(correlations, 1, smc);
  if (!covariances || !fit) return null;

  const raw = fit.loadings.getColumn(0);
  const sign = raw.reduce((total, loading) => total + loading, 0) < 0 ? -1 : 1;
  const loadings = raw.map((loading) => sign * loading);
  const sds = covariances.diagonal().map(Math.sqrt);
  const common = loadings.reduce((total, loading, at) => total + loading * (sds[at] ?? 0), 0) ** 2;
  const unique = fit.uniquenesses.reduce((total, value, at) => total + value * (sds[at] ?? 0) ** 2, 0);
  const standardised = loadings.reduce((total, loading) => total + loading, 0) ** 2;
  return {
    n: items[0]?.length ?? 0,
    items: items.length,
    omega: common / (common + unique),
    omegaOfObserved: common / covariances.sum(),
    standardised: standardised / (standardised + fit.uniquenesses.reduce((total, value) => total + value, 0)),
    loadings,
    uniquenesses: fit.uniquenesses,
  };
};
