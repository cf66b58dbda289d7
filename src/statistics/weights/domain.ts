import type { SurveyDesign } from './survey-design';

/** The rows that an estimate is about. The other rows keep their place in the design: a domain is not a smaller sample. */
export interface Domain {
  /** Values of all rows, 0 outside the domain. */
  readonly values: Float64Array;
  /** Weights of all rows, 0 outside the domain. */
  readonly weights: Float64Array;
  /** Rows in the domain. */
  readonly n: number;
  /** Rows in the domain that carry weight. */
  readonly nWithWeight: number;
  readonly sumOfWeights: number;
}

/**
 * Splits a column into domain and rest: `null` means not asked, not answered or outside the group of interest.
 *
 * @param column one entry per row of the design
 * @param design how the sample was drawn
 * @returns      values and weights with zeros outside the domain, and the counts
 * @throws RangeError if lengths differ or a value is not finite
 */
export const domainOf = (column: ArrayLike<number | null>, { n, weights }: SurveyDesign): Domain => {
  if (column.length !== n) throw new RangeError(`${column.length} values for ${n} rows of the design`);
  const domain = { values: new Float64Array(n), weights: new Float64Array(n), n: 0, nWithWeight: 0, sumOfWeights: 0 };
  for (let row = 0; row < n; row++) {
    const value = column[row] ?? null;
    if (value === null) continue;
    if (!Number.isFinite(value)) throw new RangeError(`value[${row}] = ${value}: need a finite number or null`);
    const weight = weights[row] ?? 0;
    domain.values[row] = value;
    domain.weights[row] = weight;
    domain.sumOfWeights += weight;
    domain.n += 1;
    if (weight !== 0) domain.nWithWeight += 1;
  }
  return domain;
};
