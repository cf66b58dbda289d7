/** Ranks of values, with what tests need to know of their ties. */
export interface MidRanks {
  /** Rank of each value, from 1; tied values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ(t³ − t) over groups of t tied values; 0 without ties. */
  readonly tieSum: number;
}

/**
 * Ranks from the smallest (1) to the largest (n); tied values share the mean of the ranks that they occupy.
 *
 * @param values finite numbers
 * @returns      ranks in the order of the values, and Σ(t³ − t)
 * @throws RangeError if a value is not finite
 * @source Kendall (1945), Biometrika 33, 239-251; R: rank(x)
 * @example midRanks([10, 30, 10, 20]) // => { ranks: [1.5, 4, 1.5, 3], tieSum: 6 }
 */
export const midRanks = (values: ArrayLike<number>): MidRanks => {
  const sorted = sortedCopy(values);
  const [starts, shared] = [new Map<number, number>(), new Float64Array(sorted.length)];
  let tieSum = 0;
  eachTie(sorted, (start, end) => {
    starts.set(sorted[start] ?? 0, start);
    shared[start] = (start + 1 + end) / 2;
    tieSum += (end - start) ** 3 - (end - start);
  });
  const ranks = Float64Array.from(values, (value) => shared[starts.get(value) ?? 0] ?? 0);
  return { ranks, tieSum };
};

/** Ascending copy. @throws RangeError if a value is not finite */
export const sortedCopy = (values: ArrayLike<number>): Float64Array => {
  const sorted = Float64Array.from(values);
  if (!sorted.every(Number.isFinite)) throw new RangeError('Every value must be finite');
  return sorted.sort();
};

/** Call `visit(start, end)` for each run of equal values in an ascending list, single values included. */
export const eachTie = (sorted: ArrayLike<number>, visit: (start: number, end: number) => void): void => {
  let start = 0;
  for (let end = 1; end <= sorted.length; end += 1) {
    if (end < sorted.length && sorted[end] === sorted[start]) continue;
    visit(start, end);
    start = end;
  }
};
