/** The smallest and the largest value, and the distance between them. */
export interface Extent {
  readonly min: number;
  readonly max: number;
  /** max − min; Infinity when it exceeds the largest double. */
  readonly range: number;
}

/**
 * Smallest value, largest value and range.
 *
 * @param values finite numbers in one unit
 * @returns      numbers in that unit; null when there are none
 * @throws RangeError if a value is not finite
 * @source R: min(x); max(x); diff(range(x))
 * @example extent([4, 1, 9]) // => { min: 1, max: 9, range: 8 }
 */
export const extent = (values: ArrayLike<number>): Extent | null => {
  let [min, max] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) throw new RangeError('Every value must be finite');
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return values.length === 0 ? null : { min, max, range: max - min };
};
