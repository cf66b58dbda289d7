/**
 * The middle value; halfway between the two middle ones when their number is even.
 *
 * @param values finite numbers
 * @returns      a number in the unit of the values; null when there are none
 * @throws RangeError if a value is not finite
 * @source R's median(), quantile type 7 at 0.5
 * @example median([1, 2, 10, 4]) // => 3
 */
export const median = (values: readonly number[]): number | null => {
  if (!values.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  const sorted = values.toSorted((a, b) => a - b);
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  const above = sorted[Math.floor(sorted.length / 2)];
  return below === undefined || above === undefined ? null : below / 2 + above / 2;
};
