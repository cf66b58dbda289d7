/**
 * Durbin-Watson statistic: do neighbouring residuals resemble each other? 2 = no; towards 0 = they do.
 * Σ(eᵢ − eᵢ₋₁)² / Σe².
 *
 * @param residuals in the order of the rows, which must mean something (time)
 * @returns         a number in [0, 4]; null when all residuals are 0
 * @source Durbin & Watson (1950), Biometrika 37, 409-428; R: car::durbinWatsonTest
 * @example durbinWatson([1, -1, 1, -1]) // => 3
 */
export const durbinWatson = (residuals: ArrayLike<number>): number | null => {
  let [steps, squares] = [0, 0];
  for (let row = 0; row < residuals.length; row++) {
    const here = residuals[row] ?? 0;
    squares += here ** 2;
    if (row > 0) steps += (here - (residuals[row - 1] ?? 0)) ** 2;
  }
  return squares === 0 ? null : steps / squares;
};
