/**
 * Sum of the values with the rounding errors carried along, so that order and size do not matter.
 *
 * @param values finite numbers in one unit
 * @returns      their sum in the same unit, 0 for none; null when it exceeds the largest double
 * @throws RangeError if a value is not finite
 * @source Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54, 39-51
 * @example total([1, 1e100, 1, -1e100]) // => 2
 */
export const total = (values: ArrayLike<number>): number | null => {
  const sum = scaledTotal(values, 1);
  if (Number.isFinite(sum)) return sum;
  const fromAfar = scaledTotal(values, HALVED) / HALVED;
  return Number.isFinite(fromAfar) ? fromAfar : null;
};

/** Small enough that no partial sum of doubles overflows. */
const HALVED = 2 ** -64;

const scaledTotal = (values: ArrayLike<number>, scale: number): number => {
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] ?? 0) * scale;
    if (!Number.isFinite(value)) throw new RangeError('Every value must be finite');
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
};
