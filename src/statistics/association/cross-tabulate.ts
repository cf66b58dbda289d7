import { assertSameLength } from '../vector';
import type { Counts } from './contingency-table';

/** How many categories each side of a table has. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/** A table of sums of weights, with what weighting costs. */
export interface WeightedTable {
  /** Respondents counted, each as one. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Kish: (Σw)² / Σw²; null when every weight is 0. */
  readonly effectiveN: number | null;
  /** Σw per cell. */
  readonly counts: Counts;
  /** Σw² per cell. */
  readonly sumsOfSquares: Counts;
}

/**
 * Count pairs of coded answers. Codes run from 0; whatever lies outside the table (−1, or 255 in a Uint8Array) is a
 * missing answer, and its pair does not count.
 *
 * @param rowCodes    code of each respondent's answer that names the row; typed arrays are fastest
 * @param columnCodes the same for the column
 * @param size        categories of rows and columns
 * @returns           counts, one list per row category
 * @throws RangeError if the lengths differ or the table is too large
 * @source by definition
 * @example crossTabulate([0, 0, 1, -1], [1, 1, 0, 0], { rows: 2, columns: 2 }) // => [[0, 2], [1, 0]]
 */
export const crossTabulate = (rowCodes: ArrayLike<number>, columnCodes: ArrayLike<number>, size: TableSize): Counts => {
  refuseShape(rowCodes, columnCodes, size);
  const { rows, columns } = size;
  const cells = new Float64Array(rows * columns);
  for (let at = 0; at < rowCodes.length; at++) {
    const row = rowCodes[at] ?? -1;
    const column = columnCodes[at] ?? -1;
    if (row >= 0 && row < rows && column >= 0 && column < columns)
      cells[row * columns + column] = (cells[row * columns + column] ?? 0) + 1;
  }
  return toRows(cells, columns);
};

/**
 * The same with a weight per respondent: sums of weights and of their squares.
 *
 * @param rowCodes    code of each respondent's answer that names the row
 * @param columnCodes the same for the column
 * @param weights     numbers ≥ 0
 * @param size        categories of rows and columns
 * @returns           the table; n counts respondents of weight 0 too
 * @throws RangeError if the lengths differ, the table is too large, or a weight is negative or not finite
 * @source Kish (1965), Survey Sampling, 11.7: effective n
 * @example crossTabulateWeighted([0, 0, 1], [1, 1, 0], [2, 1, 3], { rows: 2, columns: 2 }).counts // => [[0, 3], [3, 0]]
 */
export const crossTabulateWeighted = (
  rowCodes: ArrayLike<number>,
  columnCodes: ArrayLike<number>,
  weights: ArrayLike<number>,
  size: TableSize,
): WeightedTable => {
  refuseShape(rowCodes, columnCodes, size);
  assertSameLength(rowCodes.length, weights, 'weights');
  const { rows, columns } = size;
  // Σw and Σw² of a cell lie side by side, where the processor finds them together.
  const sums = new Float64Array(2 * rows * columns);
  const respondents = new Int32Array(rows * columns);
  // A throw inside the loop would cost a quarter of its speed.
  let offence = -1;
  for (let at = 0; at < rowCodes.length; at++) {
    const row = rowCodes[at] ?? -1;
    const column = columnCodes[at] ?? -1;
    const weight = weights[at] ?? 0;
    if (!(row >= 0 && row < rows && column >= 0 && column < columns)) continue;
    if (!(weight >= 0 && weight < Infinity)) offence = at;
    const cell = (row * columns + column) | 0;
    respondents[cell] = (respondents[cell] ?? 0) + 1;
    const place = cell << 1;
    sums[place] = (sums[place] ?? 0) + weight;
    sums[place | 1] = (sums[place | 1] ?? 0) + weight * weight;
  }
  if (offence >= 0) throw new RangeError(`weights[${offence}] = ${weights[offence]}: need finite and ≥ 0`);
  const cells = Float64Array.from(respondents, (_, cell) => sums[2 * cell] ?? 0);
  const squares = Float64Array.from(respondents, (_, cell) => sums[2 * cell + 1] ?? 0);
  const [total, totalOfSquares] = [cells, squares].map((values) => values.reduce((sum, value) => sum + value, 0));
  return {
    n: respondents.reduce((sum, count) => sum + count, 0),
    sumOfWeights: total ?? 0,
    effectiveN: totalOfSquares ? (total ?? 0) ** 2 / totalOfSquares : null,
    counts: toRows(cells, columns),
    sumsOfSquares: toRows(squares, columns),
  };
};

const MOST_CELLS = 1_000_000;

const refuseShape = (rowCodes: ArrayLike<number>, columnCodes: ArrayLike<number>, size: TableSize): void => {
  assertSameLength(rowCodes.length, columnCodes, 'columnCodes');
  const { rows, columns } = size;
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 0 && columns >= 0))
    throw new RangeError(`${rows} × ${columns}: need whole numbers of categories`);
  if (rows * columns > MOST_CELLS) throw new RangeError(`${rows} × ${columns}: at most ${MOST_CELLS} cells`);
};

const toRows = (cells: Float64Array, columns: number): Counts =>
  Array.from({ length: columns === 0 ? 0 : cells.length / columns }, (_, row) =>
    Array.from(cells.subarray(row * columns, (row + 1) * columns)),
  );
