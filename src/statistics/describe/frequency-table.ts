/** How often each category was chosen. */
export interface FrequencyTable {
  /** Rows, missing ones included. */
  readonly n: number;
  readonly valid: number;
  readonly missing: number;
  readonly counts: readonly number[];
  /** Of all rows, 0 to 100; null when there are none. */
  readonly percentOfAll: readonly number[] | null;
  /** Of the valid rows; null when there are none. */
  readonly percentOfValid: readonly number[] | null;
  /** Of the valid rows up to and with this category. */
  readonly cumulativePercent: readonly number[] | null;
}

/**
 * Counts and percentages of the categories of one question.
 *
 * @param positions  of the chosen category, from 0; −1 = missing
 * @param categories number of categories, chosen or not
 * @returns          counts and percents in the order of the categories
 * @throws RangeError if a position is not whole or outside [−1, categories)
 * @source R: table(x); 100 * prop.table(table(x))
 * @example frequencyTable([0, 1, 1, -1], 2).percentOfAll // => [25, 50]
 */
export const frequencyTable = (positions: ArrayLike<number>, categories: number): FrequencyTable => {
  const counts = Array.from({ length: categories }, () => 0);
  const n = positions.length;
  let missing = 0;
  for (let row = 0; row < n; row += 1) {
    const position = positions[row] ?? -1;
    if (position === -1) missing += 1;
    else if (position in counts) counts[position] = (counts[position] ?? 0) + 1;
    else throw new RangeError(`Category ${position} of ${categories}`);
  }
  const valid = n - missing;
  return {
    n,
    valid,
    missing,
    counts,
    percentOfAll: percentsOf(counts, n),
    percentOfValid: percentsOf(counts, valid),
    cumulativePercent: percentsOf(runningTotals(counts), valid),
  };
};

const percentsOf = (counts: readonly number[], base: number): readonly number[] | null =>
  base === 0 ? null : counts.map((count) => (100 * count) / base);

const runningTotals = (counts: readonly number[]): readonly number[] => {
  let total = 0;
  return counts.map((count) => (total += count));
};
