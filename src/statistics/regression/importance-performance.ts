import { sum } from '../vector';

export type Quadrant = 'concentrate_here' | 'keep_up_the_good_work' | 'low_priority' | 'possible_overkill';

export interface ImportancePerformance {
  /** Means over the drivers: where the map is divided. */
  readonly importanceThreshold: number;
  readonly performanceThreshold: number;
  /** In the order of the drivers. */
  readonly quadrants: readonly Quadrant[];
}

/**
 * Importance-performance map: which aspects matter and are done badly (concentrate here), matter and are done well, or
 * matter less. A value at the mean counts as high.
 *
 * @param importance  of each aspect, stated or derived (a correlation or standardised coefficient with overall satisfaction)
 * @param performance of each aspect, usually its mean rating
 * @returns           thresholds and quadrants; null without aspects
 * @throws RangeError if lengths differ or a value is not finite
 * @source Martilla & James (1977), Journal of Marketing 41, 77-79
 * @example importancePerformance([0.8, 0.2], [3, 4])?.quadrants // => ['concentrate_here', 'possible_overkill']
 */
export const importancePerformance = (
  importance: readonly number[],
  performance: readonly number[],
): ImportancePerformance | null => {
  if (importance.length !== performance.length)
    throw new RangeError(`${importance.length} importances for ${performance.length} performances`);
  if (![...importance, ...performance].every(Number.isFinite)) throw new RangeError('Every value must be finite');
  if (importance.length === 0) return null;
  const importanceThreshold = sum(importance) / importance.length;
  const performanceThreshold = sum(performance) / performance.length;
  const quadrants = importance.map((value, at): Quadrant => {
    const isDoneWell = (performance[at] ?? 0) >= performanceThreshold;
    if (value >= importanceThreshold) return isDoneWell ? 'keep_up_the_good_work' : 'concentrate_here';
    return isDoneWell ? 'possible_overkill' : 'low_priority';
  });
  return { importanceThreshold, performanceThreshold, quadrants };
};
