import type { Summary } from '../describe/summary';
import { sum } from '../vector';

/**
 * Standard deviation inside groups, each group's variance counting by its degrees of freedom: √(Σ(nᵢ − 1)sᵢ² / Σ(nᵢ − 1)).
 *
 * @param groups n, mean and sample standard deviation of each; a group of one value adds nothing
 * @returns      in the unit of the values; null when no group has two values
 * @source Fisher (1925)
 * @example pooledSd([{ n: 3, mean: 1, sd: 1 }, { n: 2, mean: 5, sd: 4 }]) // => 2.4495
 */
export const pooledSd = (groups: readonly Summary[]): number | null => {
  const df = sum(groups.map(({ n }) => Math.max(0, n - 1)));
  if (df === 0) return null;
  return Math.sqrt(sum(groups.map(({ n, sd }) => (n - 1) * (sd ?? 0) ** 2)) / df);
};
