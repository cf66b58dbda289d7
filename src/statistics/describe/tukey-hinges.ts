import type { Interval } from '../interval';

/**
 * Tukey's hinges, the ends of the box in a box plot: medians of the lower and of the upper half, the middle value
 * belonging to both.
 *
 * @param values finite numbers in one unit
 * @returns      { low, high } in that unit; null when there are none
 * @throws RangeError if a value is not finite
 * @source Tukey (1977), Exploratory Data Analysis, 2B; R: fivenum(x)[c(2, 4)]
 * @example tukeyHinges([1, 2, 3, 4, 5]) // => { low: 2, high: 4 }
 */
export const tukeyHinges = (values: ArrayLike<number>): Interval | null => {
  const sorted = Float64Array.from(values).sort();
  if (!sorted.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  const n = sorted.length;
  if (n === 0) return null;
  const depth = Math.floor((n + 3) / 2) / 2;
  return { low: halfway(sorted, depth), high: halfway(sorted, n + 1 - depth) };
};

const halfway = (sorted: Float64Array, position: number): number =>
  ((sorted[Math.floor(position) - 1] ?? 0) + (sorted[Math.ceil(position) - 1] ?? 0)) / 2;
