import { sum } from '../vector';
import { sumCells, tableMargins, transpose, type Counts } from './contingency-table';
import type { DirectedAssociation } from './goodman-kruskal-lambda';

/**
 * Goodman and Kruskal's tau: by what share knowing one answer reduces errors in guessing the other in proportion to its
 * frequencies. In shares: (Σ pᵢⱼ² / pᵢ − Σ pⱼ²) / (1 − Σ pⱼ²). Unlike lambda it is 0 under independence only.
 *
 * @param counts contingency table
 * @returns      shares in [0, 1]; null when the guessed answer does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Goodman & Kruskal (1954), JASA 49, 732-764
 * @example goodmanKruskalTau([[30, 10], [10, 50]]).rowDependent // => 0.3403
 */
export const goodmanKruskalTau = (counts: Counts): Omit<DirectedAssociation, 'symmetric'> => ({
  rowDependent: tauOfColumns(transpose(counts)),
  columnDependent: tauOfColumns(counts),
});

const tauOfColumns = (counts: Counts): number | null => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const marginal = sum(columnTotals.map((total) => (total / n) ** 2));
  if (n === 0 || columnTotals.filter((total) => total > 0).length < 2) return null;
  const conditional = sumCells(counts, (count, row) => (count === 0 ? 0 : count ** 2 / (rowTotals[row] ?? 0)) / n);
  return Math.max(0, conditional - marginal) / (1 - marginal);
};
