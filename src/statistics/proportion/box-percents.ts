import { boxCounts } from './box-counts';

/** Percentages at the two ends of a scale. */
export interface BoxPercents {
  /** 0 to 100. */
  readonly top: number;
  readonly bottom: number;
  /** top − bottom, −100 to 100. */
  readonly net: number;
}

/**
 * Percentages of answers at the highest and at the lowest points of a scale (top-2, bottom-2), and their difference.
 *
 * @param points value of each scale point
 * @param counts answers at each point, same length
 * @param size   points in a box, at least 1; the boxes may not overlap
 * @returns      percents { top, bottom, net }; null when there are no answers
 * @throws RangeError if the lengths differ, or if 2 · size exceeds the number of points
 * @source practice of the sector: LBS for RCPS Łódź (2019), table 28
 * @example boxPercents([1, 2, 3, 4, 5], [1, 1, 2, 3, 3]) // => { top: 60, bottom: 20, net: 40 }
 */
export const boxPercents = (points: readonly number[], counts: readonly number[], size = 2): BoxPercents | null => {
  const { top, bottom } = boxCounts(points, counts, size);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  return { top: (100 * top) / n, bottom: (100 * bottom) / n, net: (100 * (top - bottom)) / n };
};
