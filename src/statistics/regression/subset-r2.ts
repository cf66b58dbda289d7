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
  const variances = covariances.map((row, at) => row[at] ?? 0);
  const shares = new Float64Array(2 ** k);
  const isWhole = sweep(covariances, { shares, variances, subset: 0, first: 0 });
  return isWhole ? shares : null;
};

interface Sweep {
  readonly shares: Float64Array;
  readonly variances: readonly number[];
  /** Predictors swept out so far, and the first that may follow. */
  readonly subset: number;
  readonly first: number;
}

/** `rest`: what the subset leaves of the covariances of the predictors from `first` on and of the outcome. */
const sweep = (rest: readonly ArrayLike<number>[], { shares, variances, subset, first }: Sweep): boolean => {
  const last = rest.length - 1;
  const outcome = variances[variances.length - 1] ?? 0;
  for (let at = 0; at < last; at++) {
    const predictor = first + at;
    const row = rest[at] ?? [];
    const pivot = row[at] ?? 0;
    if (!(pivot > DETERMINED * (variances[predictor] ?? 0)) || !(outcome > 0)) return false;
    const larger = subset | (1 << predictor);
    shares[larger] = (shares[subset] ?? 0) + (row[last] ?? 0) ** 2 / pivot / outcome;
    const next = { shares, variances, subset: larger, first: predictor + 1 };
    if (at + 1 < last && !sweep(withoutFirst(rest, at, pivot), next)) return false;
  }
  return true;
};

const withoutFirst = (rest: readonly ArrayLike<number>[], pivotAt: number, pivot: number): Float64Array[] => {
  const pivotRow = rest[pivotAt] ?? [];
  const size = rest.length - pivotAt - 1;
  return Array.from({ length: size }, (_, i) => {
    const row = rest[pivotAt + 1 + i] ?? [];
    const factor = (pivotRow[pivotAt + 1 + i] ?? 0) / pivot;
    const swept = new Float64Array(size);
    for (let j = 0; j < size; j++) swept[j] = (row[pivotAt + 1 + j] ?? 0) - factor * (pivotRow[pivotAt + 1 + j] ?? 0);
    return swept;
  });
};
