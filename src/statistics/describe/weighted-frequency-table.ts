import { checkWeights } from './check-weights';

/** How often each category was chosen, respondents counting by their weights. */
export interface WeightedFrequencyTable {
  /** Rows with a category and a weight. */
  readonly n: number;
  /** Rows without a category but with a weight. */
  readonly missing: number;
  readonly missingWeights: number;
  /** Valid rows that count nothing. */
  readonly zeroWeights: number;
  readonly sumOfWeights: number;
  /** Rows without a category included. */
  readonly sumOfAllWeights: number;
  readonly counts: readonly number[];
  readonly weightedCounts: readonly number[];
  /** Of the weights of valid rows, 0 to 100. */
  readonly percents: readonly number[];
  /** Kish's (Σw)² / Σw²: the simple random sample that would be as precise. */
  readonly effectiveN: number;
  /** n / effectiveN, rows of weight 0 counted. */
  readonly designEffect: number;
}

/**
 * Weighted counts and percentages of the categories of one question. Rows without a weight are left out.
 *
 * @param positions  of the chosen category, from 0; −1 = missing
 * @param weights    one per row, ≥ 0; null = missing
 * @param categories number of categories, chosen or not
 * @returns          counts and percents in the order of the categories
 * @throws RangeError if lengths differ, a weight is negative, the valid rows' weights add up to 0 or a position is
 *                   outside [−1, categories)
 * @source Kish (1965), Survey Sampling, 11.7; R: tapply(w, x, sum)
 * @example weightedFrequencyTable([0, 1, 1], [2, 1, 1], 2).percents // => [50, 50]
 */
export const weightedFrequencyTable = (
  positions: ArrayLike<number>,
  weights: ArrayLike<number | null>,
  categories: number,
): WeightedFrequencyTable => {
  checkWeights(weights, positions.length);
  const tally = countRows(positions, weights, categories);
  const squares = tally.sumOfSquares;
  const sumOfWeights = tally.weightedCounts.reduce((sum, weight) => sum + weight, 0);
  if (!(sumOfWeights > 0)) throw new RangeError('The weights add up to 0');
  const n = tally.counts.reduce((sum, count) => sum + count, 0);
  const effectiveN = sumOfWeights ** 2 / squares;
  return {
    n,
    missing: tally.missing,
    missingWeights: tally.missingWeights,
    zeroWeights: tally.zeroWeights,
    sumOfWeights,
    sumOfAllWeights: sumOfWeights + tally.weightOfMissing,
    counts: tally.counts,
    weightedCounts: tally.weightedCounts,
    percents: tally.weightedCounts.map((weight) => (100 * weight) / sumOfWeights),
    effectiveN,
    designEffect: n / effectiveN,
  };
};

const countRows = (positions: ArrayLike<number>, weights: ArrayLike<number | null>, categories: number) => {
  const counts = Array.from({ length: categories }, () => 0);
  const weightedCounts = Array.from({ length: categories }, () => 0);
  const tally = { missing: 0, missingWeights: 0, zeroWeights: 0, weightOfMissing: 0, sumOfSquares: 0 };
  for (let row = 0; row < positions.length; row += 1) {
    const position = positions[row] ?? -1;
    const weight = weights[row] ?? null;
    if (position !== -1 && !(position in counts)) throw new RangeError(`Category ${position} of ${categories}`);
    if (weight === null) tally.missingWeights += 1;
    else if (position === -1) {
      tally.missing += 1;
      tally.weightOfMissing += weight;
    } else {
      if (weight === 0) tally.zeroWeights += 1;
      tally.sumOfSquares += weight * weight;
      counts[position] = (counts[position] ?? 0) + 1;
      weightedCounts[position] = (weightedCounts[position] ?? 0) + weight;
    }
  }
  return { ...tally, counts, weightedCounts };
};
