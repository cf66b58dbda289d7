/** How many answers lie at the agreeing and at the disagreeing end of a scale. */
export interface BoxCounts {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Answers at the two highest and the two lowest points of a scale (top-2, bottom-2), added as counts: adding rounded
 * percentages is wrong by up to a point.
 *
 * @param points value of each scale point
 * @param counts answers at each point, same length
 * @param size   points in a box, at least 1; the boxes may not overlap
 * @returns      counts { top, bottom }
 * @throws RangeError if the lengths differ, or if 2 · size exceeds the number of points
 * @source practice of the sector: LBS for RCPS Łódź (2019), table 28
 * @example boxCounts([5, 4, 3, 2, 1], [35, 76, 45, 13, 15]) // => { top: 111, bottom: 28 }
 */
export const boxCounts = (points: readonly number[], counts: readonly number[], size = 2): BoxCounts => {
  if (points.length !== counts.length) throw new RangeError(`${points.length} points but ${counts.length} counts`);
  if (size < 1 || 2 * size > points.length) throw new RangeError(`Boxes of ${size} among ${points.length} points`);

  const ascending = points
    .map((point, index) => ({ point, count: counts[index] ?? 0 }))
    .sort((a, b) => a.point - b.point);
  const total = (part: typeof ascending): number => part.reduce((sum, { count }) => sum + count, 0);
  return { top: total(ascending.slice(-size)), bottom: total(ascending.slice(0, size)) };
};
