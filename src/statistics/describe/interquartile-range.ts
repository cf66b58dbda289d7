import { quantiles, type QuantileType } from './quantile';

/**
 * Distance between the quartiles: the width of the middle half of the values.
 *
 * @param values finite numbers in one unit
 * @param type   of the quantiles: 2, 6 or 7 in the numbering of Hyndman and Fan
 * @returns      a number ≥ 0 in that unit; null when there are none
 * @throws RangeError if a value is not finite
 * @source R: IQR(x, type)
 * @example interquartileRange([1, 2, 3, 4], 7) // => 1.5
 */
export const interquartileRange = (values: ArrayLike<number>, type: QuantileType): number | null => {
  const [low, high] = quantiles(values, [0.25, 0.75], type) ?? [];
  return low === undefined || high === undefined ? null : high - low;
};
