import { covarianceMatrix, firstDependentItem, toCorrelations } from './covariance-matrix';

/**
 * Which item spoils a correlation matrix: the first that does not vary, or else the first that is a linear combination of
 * the items before it (a duplicate, or a sum of others).
 *
 * @param items one list of answers per item, complete cases
 * @returns     index of the item and what is wrong with it; null when all items are usable
 * @throws RangeError if lengths differ or an answer is not finite
 * @example dependentItem([[1, 2, 3, 5], [2, 2, 2, 2]]) // => { item: 1, fault: 'constant' }
 */
export const dependentItem = (
  items: readonly ArrayLike<number>[],
): { readonly item: number; readonly fault: 'constant' | 'collinear' } | null => {
  const covariances = covarianceMatrix(items);
  if (!covariances) return items.length === 0 ? null : { item: 0, fault: 'constant' };
  const constant = covariances.diagonal().findIndex((variance) => !(variance > 0));
  if (constant !== -1) return { item: constant, fault: 'constant' };
  const correlations = toCorrelations(covariances);
  const item = correlations && firstDependentItem(correlations);
  return item === null ? null : { item, fault: 'collinear' };
};
