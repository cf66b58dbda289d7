import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** More drivers than this mean more than 65 536 regressions. */
export const MOST_DRIVERS = 16;

/**
 * R² of the outcome on every subset of predictors, from correlations: r_Sᵀ R_SS⁻¹ r_S.
 *
 * @param among positive definite correlation matrix of the predictors
 * @param withY correlations of the predictors with the outcome
 * @returns     2ᵏ shares; bit j of the position says whether predictor j is in the subset
 * @throws RangeError for more than 16 predictors
 */
export const subsetR2 = (among: Matrix, withY: readonly number[]): Float64Array => {
  const k = withY.length;
  if (k > MOST_DRIVERS) throw new RangeError(`${k} drivers: at most ${MOST_DRIVERS}`);
  const shares = new Float64Array(2 ** k);
  for (let subset = 1; subset < shares.length; subset++) {
    const members = withY.flatMap((_, at) => (subset & (1 << at) ? [at] : []));
    const r = Matrix.columnVector(members.map((at) => withY[at] ?? 0));
    const solved = new CholeskyDecomposition(among.selection(members, members)).solve(r);
    shares[subset] = r.transpose().mmul(solved).get(0, 0);
  }
  return shares;
};
