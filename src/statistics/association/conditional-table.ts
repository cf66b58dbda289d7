/** A 2 × 2 table seen from its upper left cell, all totals fixed: what else could have happened. */
export interface FixedMargins {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly n: number;
}

/** Chances of each value of the upper left cell; values outside the list have negligible ones. */
export interface CellChances {
  /** The cell's value at position 0. */
  readonly from: number;
  readonly chances: Float64Array;
}

/**
 * Noncentral hypergeometric distribution of the upper left cell of a 2 × 2 table with fixed totals, given the odds ratio
 * in the population (Fisher's). Recurrence outwards from the mode, so that no factorial overflows and time grows with
 * the spread, not with the counts.
 *
 * @param margins    totals, whole numbers
 * @param oddsRatio  > 0 and finite; 1 for independence
 * @param negligible chances this small beside the largest one are left out
 * @returns          chances that sum to 1
 * @throws RangeError if the odds ratio is not positive and finite, or the distribution is wider than 2,000,000 values
 * @source Liao & Rosen (2001), The American Statistician 55, 366-369
 * @example cellChances({ firstRow: 4, firstColumn: 4, n: 8 }, 1).chances[3] // => 0.228571
 */
export const cellChances = (margins: FixedMargins, oddsRatio: number, negligible = 1e-305): CellChances => {
  if (!(oddsRatio > 0 && oddsRatio < Infinity)) throw new RangeError(`odds ratio ${oddsRatio}: need > 0 and finite`);
  const { low, high } = cellRange(margins);
  const mode = modeOf(margins, oddsRatio);
  const ratio = (cell: number): number => ratioToBefore(margins, cell) * oddsRatio;
  const up = outwards(mode, high, negligible, (cell) => ratio(cell + 1));
  const down = outwards(mode, low, negligible, (cell) => 1 / ratio(cell));
  const weights = new Float64Array(down.length + 1 + up.length);
  weights.set(down.reverse());
  weights[down.length] = 1;
  weights.set(up, down.length + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { from: mode - down.length, chances: weights.map((weight) => weight / total) };
};

/** Smallest and largest value the cell can take. */
export const cellRange = ({
  firstRow,
  firstColumn,
  n,
}: FixedMargins): { readonly low: number; readonly high: number } => ({
  low: Math.max(0, firstRow + firstColumn - n),
  high: Math.min(firstRow, firstColumn),
});

const MOST_VALUES = 1_000_000;

/** Weights relative to the mode, until they vanish or the range ends. */
const outwards = (mode: number, end: number, negligible: number, factor: (cell: number) => number): number[] => {
  const weights: number[] = [];
  const step = Math.sign(end - mode);
  let weight = 1;
  for (let cell = mode; cell !== end; cell += step) {
    weight *= factor(cell);
    if (weight < negligible) break;
    weights.push(weight);
    if (weights.length > MOST_VALUES) throw new RangeError('The table is too large for an exact test');
  }
  return weights;
};

/** Chance of `cell` over that of `cell − 1` under independence. */
const ratioToBefore = ({ firstRow, firstColumn, n }: FixedMargins, cell: number): number =>
  ((firstRow - cell + 1) / cell) * ((firstColumn - cell + 1) / (n - firstRow - firstColumn + cell));

/** Largest cell whose ratio to the one before is at least 1: root of a quadratic, then a short walk against rounding. */
const modeOf = (margins: FixedMargins, oddsRatio: number): number => {
  const { low, high } = cellRange(margins);
  const { firstRow, firstColumn, n } = margins;
  const a = oddsRatio - 1;
  const b = -((firstRow + firstColumn + 2) * oddsRatio + n - firstRow - firstColumn);
  const c = (firstRow + 1) * (firstColumn + 1) * oddsRatio;
  const root = (2 * c) / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
  let mode = Math.min(high, Math.max(low, Math.floor(root)));
  for (let walk = 0; walk < 10 && mode < high && ratioToBefore(margins, mode + 1) * oddsRatio > 1; walk += 1) mode += 1;
  for (let walk = 0; walk < 10 && mode > low && ratioToBefore(margins, mode) * oddsRatio < 1; walk += 1) mode -= 1;
  return mode;
};
