import { assertSameLength } from '../vector';
import { pearsonCorrelation } from './pearson-correlation';

/**
 * Pearson correlations of every pair of variables, complete cases. Give ranks for Spearman's.
 *
 * @param columns one list of values per variable
 * @returns       symmetric matrix with ones on the diagonal; null where a variable is constant
 * @throws RangeError if lengths differ or a value is not finite
 * @source R: cor(X)
 * @example correlationMatrix([[1, 2, 3, 4], [2, 1, 4, 3]]) // => [[1, 0.6], [0.6, 1]]
 */
export const correlationMatrix = (columns: readonly ArrayLike<number>[]): readonly (readonly (number | null)[])[] =>
  fillSymmetric(columns.length, (i, j) => {
    const r = pearsonCorrelation(columns[i] ?? [], columns[j] ?? [])?.r ?? null;
    return r !== null && i === j ? 1 : r;
  });

export interface PairwiseCorrelations {
  /** Respondents with both answers. */
  readonly n: readonly (readonly number[])[];
  readonly r: readonly (readonly (number | null)[])[];
  /** Two-sided; null on the diagonal and where there is no test. */
  readonly p: readonly (readonly (number | null)[])[];
}

/**
 * Pearson correlations of every pair of variables, each from the respondents who answered both. Such a matrix need not
 * be positive definite: use complete cases for factor analysis.
 *
 * @param columns one list per variable; null = no answer
 * @returns       symmetric matrices of n, r and p; r null where a variable is constant among those who answered both
 * @throws RangeError if lengths differ or a value is not finite
 * @source R: cor(X, use = "pairwise.complete.obs")
 * @example pairwiseCorrelations([[1, 2, 3, null], [2, 1, 4, 3]]).n // => [[3, 3], [3, 4]]
 */
export const pairwiseCorrelations = (columns: readonly ArrayLike<number | null>[]): PairwiseCorrelations => {
  const size = columns.length;
  columns.forEach((column) => {
    assertSameLength(columns[0]?.length ?? 0, column, 'column');
  });
  const pairs = fillSymmetric(size, (i, j) => answeredBoth(columns[i] ?? [], columns[j] ?? []));
  const tests = fillSymmetric(size, (i, j) => {
    const pair = pairs[i]?.[j];
    return pair ? pearsonCorrelation(pair.x, pair.y) : null;
  });
  return {
    n: pairs.map((row) => row.map(({ x }) => x.length)),
    r: tests.map((row, i) => row.map((test, j) => (test && i === j ? 1 : (test?.r ?? null)))),
    p: tests.map((row, i) => row.map((test, j) => (i === j ? null : (test?.p ?? null)))),
  };
};

const answeredBoth = (a: ArrayLike<number | null>, b: ArrayLike<number | null>): { x: number[]; y: number[] } => {
  const pair: { x: number[]; y: number[] } = { x: [], y: [] };
  for (let row = 0; row < a.length; row++) {
    const [left, right] = [a[row] ?? null, b[row] ?? null];
    if (left === null || right === null) continue;
    pair.x.push(left);
    pair.y.push(right);
  }
  return pair;
};

/** A symmetric matrix of which each pair is computed once. */
const fillSymmetric = <T>(size: number, compute: (i: number, j: number) => T): T[][] => {
  const lower = Array.from({ length: size }, (_, i) => Array.from({ length: i + 1 }, (__, j) => compute(i, j)));
  return lower.map((row, i) => [...row, ...lower.slice(i + 1).map((below) => below[i] as T)]);
};
