/**
 * Refuse weights that no survey can have: another number of them than rows, negative ones, infinite ones.
 *
 * @param weights one per row; null = missing
 * @param rows    number of rows
 * @throws RangeError naming the first offence
 * @example checkWeights([1, 0, 2.5], 3) // => undefined
 */
export const checkWeights = (weights: ArrayLike<number | null>, rows: number): void => {
  if (weights.length !== rows) throw new RangeError(`${weights.length} weights for ${rows} rows`);
  for (let row = 0; row < rows; row += 1) {
    const weight = weights[row] ?? null;
    if (weight !== null && !(weight >= 0 && weight < Infinity))
      throw new RangeError(`Weight ${weight} in row ${row}: weights are finite and ≥ 0`);
  }
};
