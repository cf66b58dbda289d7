import { inverse, Matrix } from 'ml-matrix';
import { columnOrder, normaliseRows, restoreRows, type Loadings } from './loadings';
import { rotateObliquely, type ObliqueRotation } from './rotate-obliquely';
import { varimax } from './varimax';

export interface ObliqueSolution {
  /** Regression weights of the items on the factors, items × factors. */
  readonly pattern: Loadings;
  /** Correlations of the factors. */
  readonly factorCorrelations: Loadings;
  /** Correlations of the items with the factors: pattern × factor correlations. */
  readonly structure: Loadings;
  /** Minimum reached: Σ over pairs of factors of Σ λ²λ'². */
  readonly criterion: number;
  /** Length of the projected gradient there; near 0 = converged. */
  readonly gradient: number;
}

/**
 * Direct oblimin rotation with gamma 0 (quartimin; SPSS delta 0) and Kaiser normalisation as in SPSS: factors that may
 * correlate, each with as few loadings as possible. The best of several starting positions.
 *
 * @param loadings unrotated loadings, items × factors
 * @returns        columns ordered by their sums of squares, turned so that their sums are not negative; null when no start
 *                 converges
 * @throws RangeError if there are no loadings
 * @source Jennrich (2002), Psychometrika 67, 7-19; R: GPArotation::oblimin(gam = 0, normalize = TRUE)
 * @example oblimin([[0.8, 0.3], [0.7, 0.4], [0.6, -0.5], [0.7, -0.4]])?.factorCorrelations // => [[1, 0.4681], [0.4681, 1]]
 */
export const oblimin = (loadings: Loadings): ObliqueSolution | null => {
  const { unit, lengths } = normaliseRows(asMatrix(loadings));
  const best = bestStart(unit);
  return best && solution({ ...best, pattern: restoreRows(best.pattern, lengths) });
};

/**
 * Direct oblimin without Kaiser normalisation, as psych and GPArotation do by default.
 *
 * @param loadings unrotated loadings, items × factors
 * @returns        as for {@link oblimin}
 * @throws RangeError if there are no loadings
 * @source R: GPArotation::oblimin(gam = 0, normalize = FALSE)
 * @example obliminRaw([[0.8, 0.3], [0.7, 0.4], [0.6, -0.5], [0.7, -0.4]])?.factorCorrelations // => [[1, 0.48], [0.48, 1]]
 */
export const obliminRaw = (loadings: Loadings): ObliqueSolution | null => {
  const best = bestStart(asMatrix(loadings));
  return best && solution(best);
};

const asMatrix = (loadings: Loadings): Matrix => {
  if (loadings.length === 0) throw new RangeError('No loadings to rotate');
  return new Matrix(loadings.map((row) => [...row]));
};

/** From the unrotated and the varimax position, each also turned by fixed angles. */
const bestStart = (loadings: Matrix) => {
  const factors = loadings.columns;
  const towardsVarimax = procrustes(
    loadings,
    new Matrix(varimax(loadings.to2DArray()).loadings.map((row) => [...row])),
  );
  const starts = [
    Matrix.eye(factors),
    towardsVarimax,
    ...[0.4, 0.8].flatMap((angle) => [turned(factors, angle), towardsVarimax.mmul(turned(factors, angle))]),
  ];
  return starts
    .map((start) => rotateObliquely(loadings, start))
    .filter((found) => found !== null)
    .reduce<ObliqueRotation | null>((best, found) => (best && best.criterion <= found.criterion ? best : found), null);
};

/** The orthogonal matrix that takes the loadings to their rotated form, L T = rotated. */
const procrustes = (loadings: Matrix, rotated: Matrix): Matrix => {
  const square = loadings.transpose().mmul(loadings);
  try {
    return inverse(square).mmul(loadings.transpose()).mmul(rotated);
  } catch {
    return Matrix.eye(loadings.columns); // a factor without loadings: start unrotated
  }
};

/** Turns every pair of neighbouring axes by an angle. */
const turned = (size: number, angle: number): Matrix => {
  let matrix = Matrix.eye(size);
  for (let axis = 0; axis + 1 < size; axis++) {
    const turn = Matrix.eye(size);
    turn.set(axis, axis, Math.cos(angle)).set(axis + 1, axis + 1, Math.cos(angle));
    turn.set(axis, axis + 1, -Math.sin(angle)).set(axis + 1, axis, Math.sin(angle));
    matrix = matrix.mmul(turn);
  }
  return matrix;
};

const solution = ({ pattern, phi, criterion, gradient }: ObliqueRotation): ObliqueSolution => {
  const order = columnOrder(pattern);
  const ordered = pattern.subMatrixColumn(order);
  const signs = order.map((_, at) => (ordered.getColumn(at).reduce((total, value) => total + value, 0) < 0 ? -1 : 1));
  const facing = Matrix.diag(signs);
  const turnedPattern = ordered.mmul(facing);
  const turnedPhi = facing.mmul(phi.selection(order, order)).mmul(facing);
  return {
    pattern: turnedPattern.to2DArray(),
    factorCorrelations: turnedPhi.to2DArray(),
    structure: turnedPattern.mmul(turnedPhi).to2DArray(),
    criterion,
    gradient,
  };
};
