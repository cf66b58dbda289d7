import { Matrix } from 'ml-matrix';
import { pearsonCorrelation } from '../association/pearson-correlation';
import { sum } from '../vector';
import { alphaOf } from './cronbach-alpha';
import { covarianceMatrix, squaredMultipleCorrelations, toCorrelations } from './covariance-matrix';

export interface ItemStatistics {
  readonly mean: number;
  readonly sd: number;
  /** Correlation with the sum of all items; null when the item is constant. */
  readonly withTotal: number | null;
  /** Correlation with the sum of the other items; negative = probably worded the other way round. */
  readonly withRest: number | null;
  /** Squared multiple correlation with the other items; null when items are linearly dependent. */
  readonly smc: number | null;
  /** Alpha of the scale without the item; null when fewer than two items remain or their sum does not vary. */
  readonly alphaWithout: number | null;
  readonly standardisedAlphaWithout: number | null;
}

export interface ItemAnalysis {
  readonly n: number;
  /** Mean and standard deviation of the sum of all items. */
  readonly scaleMean: number;
  readonly scaleSd: number;
  readonly items: readonly ItemStatistics[];
}

/**
 * Item analysis of a scale: how each item goes with the rest, and what alpha would be without it.
 *
 * @param items one list of answers per item, complete cases, at least two items
 * @returns     means and standard deviations in scale points; null with fewer than two respondents
 * @throws RangeError if there are fewer than two items, lengths differ or an answer is not finite
 * @source R: psych::alpha (r.drop, raw.r); SPSS RELIABILITY
 * @example itemAnalysis([[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]])?.items[0]?.alphaWithout // => 0
 */
export const itemAnalysis = (items: readonly ArrayLike<number>[]): ItemAnalysis | null => {
  if (items.length < 2) throw new RangeError(`${items.length} item: a scale needs at least two`);
  const covariances = covarianceMatrix(items);
  if (!covariances) return null;
  const n = items[0]?.length ?? 0;
  const correlations = toCorrelations(covariances);
  const smc = correlations && squaredMultipleCorrelations(correlations);
  const total = Float64Array.from({ length: n }, (_, row) => items.reduce((at, item) => at + (item[row] ?? 0), 0));
  return {
    n,
    scaleMean: sum(total) / n,
    scaleSd: Math.sqrt(covariances.sum()),
    items: items.map((item, at) => ({
      mean: sum(item) / n,
      sd: Math.sqrt(covariances.get(at, at)),
      withTotal: pearsonCorrelation(item, total)?.r ?? null,
      withRest:
        pearsonCorrelation(
          item,
          total.map((value, row) => value - (item[row] ?? 0)),
        )?.r ?? null,
      smc: smc?.[at] ?? null,
      alphaWithout: alphaWithout(covariances, at),
      standardisedAlphaWithout: correlations && alphaWithout(correlations, at),
    })),
  };
};

const alphaWithout = (matrix: Matrix, item: number): number | null => {
  if (matrix.rows < 3) return null;
  const rest = new Matrix(matrix).removeRow(item).removeColumn(item);
  return rest.sum() > 0 ? alphaOf(rest) : null;
};
