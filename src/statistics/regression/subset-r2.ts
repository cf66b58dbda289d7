/** More drivers than this mean more than 65 536 regressions. */
export const MOST_DRIVERS = 16;

/** A predictor that the others determine this far leaves no variance to explain with. */
const DETERMINED = 1e-12;

/**
 * R² of the outcome on every subset of predictors. One predictor after another is swept out of the covariances of those
 * behind it, so that each subset costs one step from a smaller one.
 *
 * @param covariances positive definite matrix of the predictors and, last, the outcome; correlations do as well
 * @returns           2ᵏ shares; bit j of the position says whether predictor j is in the subset. Null when a predictor or
 *                    the outcome does not vary, or others determine a predictor
 * @throws RangeError for more than 16 predictors
 */
export const subsetR2 = (covariances: readonly ArrayLike<number>[]): Float64Array | null => {
  const k = covariances.length - 1;
  if (k > MOST_DRIVERS) throw new RangeError(`${k} drivers: at most ${MOST_DRIVERS}`);
  const variances = Float64Array.from(covariances, (row, at) => row[at] ?? 0);
  const outcome = variances[k] ?? 0;
  if (!(outcome > 0)) return null;
  const shares = new Float64Array(2 ** k);
  // One matrix for each number of predictors left: the walk goes down before it goes on.
  const rest = Array.from({ length: k + 1 }, (_, left) => new Float64Array((left + 1) ** 2));
  rest[k]?.set(covariances.flatMap((row) => Array.from(row)));
  return sweep({ shares, variances, outcome, rest }, k, 0) ? shares : null;
};

interface Walk {
  readonly shares: Float64Array;
  readonly variances: Float64Array;
  readonly outcome: number;
  readonly rest: readonly Float64Array[];
}

/** `left` predictors stand behind the last of the subset; what the subset leaves of their covariances is at `rest[left]`. */
const sweep = (walk: Walk, left: number, subset: number): boolean => {
  const { shares, variances, outcome, rest } = walk;
  const matrix = rest[left] ?? new Float64Array();
  const size = left + 1;
  const first = variances.length - size;
  for (let at = 0; at < left; at++) {
    const pivot = matrix[at * size + at] ?? 0;
    if (!(pivot > DETERMINED * (variances[first + at] ?? 0))) return false;
    const larger = subset | (1 << (first + at));
    shares[larger] = (shares[subset] ?? 0) + (matrix[at * size + left] ?? 0) ** 2 / pivot / outcome;
    if (at + 1 === left) continue;
    sweepOut(matrix, size, at, rest[left - at - 1] ?? matrix);
    if (!sweep(walk, left - at - 1, larger)) return false;
  }
  return true;
};

/** What a predictor leaves of the covariances of those behind it. */
const sweepOut = (matrix: Float64Array, size: number, at: number, into: Float64Array): void => {
  const pivot = matrix[at * size + at] ?? 0;
  let place = 0;
  for (let i = at + 1; i < size; i++) {
    const factor = (matrix[at * size + i] ?? 0) / pivot;
    for (let j = at + 1; j < size; j++, place++)
      into[place] = (matrix[i * size + j] ?? 0) - factor * (matrix[at * size + j] ?? 0);
  }
};
