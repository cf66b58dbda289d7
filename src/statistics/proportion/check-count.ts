/**
 * Refuse a count that cannot be.
 *
 * @param successes count
 * @param n         answers counted
 * @throws RangeError unless 0 ≤ successes ≤ n
 * @example checkCount(3, 10) // => undefined
 */
export const checkCount = (successes: number, n: number): void => {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n}: need 0 ≤ successes ≤ n`);
};
