import type { Summary } from './summary';

/**
 * The same summary from a table of counts: a rating of 1 to 5 needs five numbers, not one per respondent.
 *
 * @param points value of each scale point
 * @param counts answers at each point, whole numbers ≥ 0, same length
 * @returns      { n, mean, sd }; mean null when n = 0, sd null when n < 2
 * @throws RangeError if the lengths differ or a count is negative or not whole
 * @source grouped data, divisor n − 1
 * @example summaryOfCounts([1, 2, 3, 4, 5], [15, 13, 45, 76, 35]) // => { n: 184, mean: 3.5598, sd: 1.1244 }
 */
export const summaryOfCounts = (points: readonly number[], counts: readonly number[]): Summary => {
  if (points.length !== counts.length) throw new RangeError(`${points.length} points but ${counts.length} counts`);
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('Counts are whole and ≥ 0');

  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { n, mean: null, sd: null };
  const mean = points.reduce((sum, point, index) => sum + point * (counts[index] ?? 0), 0) / n;
  if (n < 2) return { n, mean, sd: null };
  const squares = points.reduce((sum, point, index) => sum + (counts[index] ?? 0) * (point - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
};
