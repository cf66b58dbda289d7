import { leastSquares } from './least-squares';
import { totalSquares } from './total-squares';

/**
 * Standardised coefficients (beta weights): the change of the outcome in its standard deviations per standard deviation
 * of the predictor.
 *
 * @param columns design columns with the column of ones first
 * @param y       outcome
 * @returns       one per column; null for the intercept, a column left out as collinear and a constant outcome
 * @throws RangeError if there are fewer rows than columns
 * @source R: lm(scale(y) ~ scale(x)); SPSS REGRESSION
 * @example standardisedCoefficients([[1, 1, 1, 1], [0, 1, 2, 3]], [1, 3, 4, 6]) // => [null, 0.9923]
 */
export const standardisedCoefficients = (
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
): readonly (number | null)[] => {
  const ones = new Float64Array(y.length).fill(1);
  const outcome = totalSquares(y, ones);
  return leastSquares(columns, y).coefficients.map((coefficient, at) =>
    at === 0 || coefficient === null || outcome === 0
      ? null
      : coefficient * Math.sqrt(totalSquares(columns[at] ?? [], ones) / outcome),
  );
};
