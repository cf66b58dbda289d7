import { inverse, Matrix } from 'ml-matrix';

const MOST_ROUNDS = 5000;
/** Length of the projected gradient at which the rotation has converged. */
const CONVERGED = 1e-9;
/** A start that gets no nearer than this has failed. */
const ACCEPTED = 1e-6;

export interface ObliqueRotation {
  readonly pattern: Matrix;
  /** Correlations of the factors. */
  readonly phi: Matrix;
  readonly criterion: number;
  /** Length of the projected gradient; near 0 = converged. */
  readonly gradient: number;
}

/**
 * Gradient projection for an oblique rotation to the quartimin criterion Σ λ²λ'² / 4 (both orders of each pair).
 *
 * @param loadings unrotated loadings
 * @param start    matrix with columns of length 1
 * @returns        null when it does not converge
 * @source Jennrich (2002), Psychometrika 67, 7-19; R: GPArotation::GPFoblq
 */
export const rotateObliquely = (loadings: Matrix, start: Matrix): ObliqueRotation | null => {
  let position = evaluate(loadings, start);
  let step = 1;
  let distance = Infinity;
  for (let round = 0; position && round < MOST_ROUNDS; round++) {
    const gradient = projected(position);
    distance = gradient.norm('frobenius');
    if (distance < CONVERGED) break;
    const next = search(loadings, position, gradient, 2 * step);
    if (!next) break;
    ({ position, step } = next);
  }
  if (!position || distance > ACCEPTED) return null;
  return {
    pattern: position.pattern,
    phi: position.turn.transpose().mmul(position.turn),
    criterion: position.criterion,
    gradient: distance,
  };
};

interface Position {
  readonly turn: Matrix;
  readonly pattern: Matrix;
  readonly criterion: number;
  /** Derivative of the criterion with respect to the turn. */
  readonly gradient: Matrix;
}

const evaluate = (loadings: Matrix, turn: Matrix): Position | null => {
  let back: Matrix;
  try {
    back = inverse(turn);
  } catch {
    return null; // two factors have become one
  }
  const pattern = loadings.mmul(back.transpose());
  const squares = Matrix.pow(pattern, 2);
  const others = squares.mmul(Matrix.sub(Matrix.ones(turn.rows, turn.rows), Matrix.eye(turn.rows)));
  const slope = Matrix.mul(pattern, others);
  return {
    turn,
    pattern,
    criterion: Matrix.mul(squares, others).sum() / 4,
    gradient: pattern.transpose().mmul(slope).mmul(back).transpose().mul(-1),
  };
};

/** The gradient without its part along the columns, whose length stays 1. */
const projected = ({ turn, gradient }: Position): Matrix => {
  const along = Matrix.mul(turn, gradient).sum('column');
  return Matrix.sub(gradient, turn.mmul(Matrix.diag(along)));
};

const search = (loadings: Matrix, from: Position, gradient: Matrix, longest: number) => {
  const slope = gradient.norm('frobenius') ** 2;
  for (let step = longest, tries = 0; tries < 40; tries++, step /= 2) {
    const moved = Matrix.sub(from.turn, Matrix.mul(gradient, step));
    const lengths = Matrix.pow(moved, 2)
      .sum('column')
      .map((square) => 1 / Math.sqrt(square));
    const position = evaluate(loadings, moved.mmul(Matrix.diag(lengths)));
    if (position && from.criterion - position.criterion > 0.5 * slope * step) return { position, step };
  }
  return null;
};
