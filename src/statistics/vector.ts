/** Sum of the numbers. */
export const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at] ?? 0;
  return total;
};

/** Scalar product Σ aᵢbᵢ. */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += (a[at] ?? 0) * (b[at] ?? 0);
  return total;
};

/** Refuse what is not a number in a column: NaN and infinities would spoil every result silently. */
export const assertFinite = (values: ArrayLike<number>, name: string): void => {
  for (let at = 0; at < values.length; at++)
    if (!Number.isFinite(values[at])) throw new RangeError(`${name}[${at}] = ${values[at]}: need a finite number`);
};

/** Refuse columns of different lengths. */
export const assertSameLength = (n: number, column: ArrayLike<unknown>, name: string): void => {
  if (column.length !== n) throw new RangeError(`${name} has ${column.length} rows, need ${n}`);
};
