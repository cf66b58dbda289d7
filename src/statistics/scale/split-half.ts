import { pearsonCorrelation } from '../association/pearson-correlation';

/**
 * Split-half reliability: the first ⌈k/2⌉ items against the others.
 *
 * @param items one list of answers per item, complete cases, at least two items
 * @returns     correlation of the two half sums, Spearman-Brown's 2r/(1 + r) and Guttman's 2(1 − (s₁² + s₂²)/s²); null when
 *              a half does not vary
 * @throws RangeError if there are fewer than two items, lengths differ or an answer is not finite
 * @source Guttman (1945), Psychometrika 10, 255-282; SPSS RELIABILITY /MODEL=SPLIT
 * @example splitHalf([[1, 2, 3, 4], [2, 1, 4, 3]])?.spearmanBrown // => 0.75
 */
export const splitHalf = (
  items: readonly ArrayLike<number>[],
): { readonly r: number; readonly spearmanBrown: number | null; readonly guttman: number } | null => {
  if (items.length < 2) throw new RangeError(`${items.length} item: two halves need at least two`);
  const half = Math.ceil(items.length / 2);
  const [first, second] = [sumOf(items.slice(0, half)), sumOf(items.slice(half))];
  const halves = pearsonCorrelation(first, second);
  const variance = pearsonCorrelation(first, first)?.covariance;
  const other = pearsonCorrelation(second, second)?.covariance;
  if (!halves || variance === undefined || other === undefined) return null;
  const total = variance + other + 2 * halves.covariance;
  if (!(total > 0)) return null;
  return {
    r: halves.r,
    spearmanBrown: halves.r === -1 ? null : (2 * halves.r) / (1 + halves.r),
    guttman: 2 * (1 - (variance + other) / total),
  };
};

const sumOf = (items: readonly ArrayLike<number>[]): Float64Array =>
  Float64Array.from(items[0] ?? [], (_, row) => items.reduce((total, item) => total + (item[row] ?? NaN), 0));
