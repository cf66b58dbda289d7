import { median } from './median';

/** 1 / Φ⁻¹(3/4): makes the deviation an estimate of the standard deviation for normal values. */
const NORMAL_SCALE = 1.4826;

/**
 * Median of the distances from the median, scaled by 1.4826 so that it estimates the standard deviation of normal
 * values; a few wild values do not move it.
 *
 * @param values finite numbers in one unit
 * @returns      a number ≥ 0 in that unit; null when there are none
 * @throws RangeError if a value is not finite
 * @source Hampel (1974), JASA 69, 383-393; R: mad(x)
 * @example medianAbsoluteDeviation([1, 2, 3, 4, 100]) // => 1.4826
 */
export const medianAbsoluteDeviation = (values: readonly number[]): number | null => {
  const centre = median(values);
  if (centre === null) return null;
  // Halves, because the distance of two doubles may exceed the largest one.
  const half = median(values.map((value) => Math.abs(value / 2 - centre / 2)));
  return half === null ? null : NORMAL_SCALE * (2 * half);
};
