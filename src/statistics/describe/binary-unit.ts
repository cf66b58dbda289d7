/**
 * The power of two just below the largest size among the values: dividing by it brings them near 1 without changing a
 * digit, so that squares neither overflow nor vanish.
 *
 * @param values finite numbers
 * @returns      a power of two; 1 when every value is 0
 * @source IEEE 754: division by a power of two is exact
 * @example binaryUnit([3, -10]) // => 8
 */
export const binaryUnit = (values: ArrayLike<number>): number => {
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at] ?? 0));
  return largest === 0 ? 1 : 2 ** Math.min(1023, Math.floor(Math.log2(largest)));
};
