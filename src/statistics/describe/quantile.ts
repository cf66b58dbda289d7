/** In the numbering of Hyndman and Fan: 2 (SAS, Stata), 6 = (n + 1)p (SPSS, Minitab), 7 = (n − 1)p + 1 (R, Excel). */
export type QuantileType = 2 | 6 | 7;

/**
 * Quantile: the value below which about the share p of the values lies. Type 2 takes an observed value and averages
 * two at an exact hit (SAS, Stata); types 6 and 7 interpolate between neighbours.
 *
 * @param values finite numbers in one unit
 * @param p      share in [0, 1]
 * @param type   2, 6 or 7 in the numbering of Hyndman and Fan
 * @returns      a number in that unit; null when there are none
 * @throws RangeError if a value is not finite or p outside [0, 1]
 * @source Hyndman & Fan (1996), The American Statistician 50, 361-365; R: quantile(x, p, type)
 * @example quantile([1, 2, 3, 4], 0.25, 6) // => 1.25
 */
export const quantile = (values: ArrayLike<number>, p: number, type: QuantileType): number | null =>
  quantiles(values, [p], type)?.[0] ?? null;

/**
 * Several quantiles of the same values, which are sorted once.
 *
 * @param values finite numbers in one unit
 * @param ps     shares in [0, 1]
 * @param type   2, 6 or 7 in the numbering of Hyndman and Fan
 * @returns      numbers in that unit, in the order of the shares; null when there are no values
 * @throws RangeError if a value is not finite or a share outside [0, 1]
 * @source Hyndman & Fan (1996), The American Statistician 50, 361-365; R: quantile(x, ps, type)
 * @example quantiles([1, 2, 3, 4], [0.25, 0.5], 2) // => [1.5, 2.5]
 */
export const quantiles = (
  values: ArrayLike<number>,
  ps: readonly number[],
  type: QuantileType,
): readonly number[] | null => {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('Shares lie in [0, 1]');
  const sorted = Float64Array.from(values).sort();
  if (!sorted.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  return sorted.length === 0 ? null : ps.map((p) => ofSorted(sorted, p, type));
};

const ofSorted = (sorted: Float64Array, p: number, type: QuantileType): number => {
  const n = sorted.length;
  switch (type) {
    case 2:
      return averagedInverse(sorted, n * p);
    case 6:
      return between(sorted, (n + 1) * p);
    case 7:
      return between(sorted, (n - 1) * p + 1);
  }
};

/** n · p is rarely whole in doubles where it is whole in numbers. */
const ROUNDING = 4 * Number.EPSILON;

const averagedInverse = (sorted: Float64Array, position: number): number => {
  const whole = Math.round(position);
  if (Math.abs(position - whole) <= ROUNDING * Math.max(1, position))
    return (valueAt(sorted, whole) + valueAt(sorted, whole + 1)) / 2;
  return valueAt(sorted, Math.ceil(position));
};

const between = (sorted: Float64Array, position: number): number => {
  const below = Math.floor(position + ROUNDING * Math.max(1, position));
  const part = Math.max(0, position - below);
  const low = valueAt(sorted, below);
  return part === 0 ? low : low + part * (valueAt(sorted, below + 1) - low);
};

/** The value at a position from 1; the ends beyond them. */
const valueAt = (sorted: Float64Array, position: number): number =>
  sorted[Math.min(sorted.length, Math.max(1, position)) - 1] ?? 0;
