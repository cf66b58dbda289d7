import type { SurveyDesign } from './survey-design';

/** A weighted two-way table prepared for a test: only rows and columns that carry weight. */
export interface SurveyTable {
  readonly rows: number;
  readonly columns: number;
  /** Cell index of each row of the sample, row-major; −1 = an answer is missing. */
  readonly cellOf: Int32Array;
  /** Sample rows with both answers. */
  readonly n: number;
  /** Σw of each cell, row-major. */
  readonly weightedCounts: Float64Array;
  readonly sumOfWeights: number;
}

/**
 * Tabulates two coded questions of a survey.
 *
 * @param rowOf    category index of each row; null = no answer
 * @param columnOf the same of the other question
 * @param design   how the sample was drawn
 * @returns        the table without empty rows and columns
 * @throws RangeError if lengths differ or a code is not an index ≥ 0
 * @example surveyTable([0, 0, 2], [0, 1, 1], surveyDesign({ weights: [1, 1, 2] })).weightedCounts // => [1, 1, 0, 2]
 */
export const surveyTable = (
  rowOf: ArrayLike<number | null>,
  columnOf: ArrayLike<number | null>,
  { n: size, weights }: SurveyDesign,
): SurveyTable => {
  if (rowOf.length !== size || columnOf.length !== size)
    throw new RangeError(`${rowOf.length} and ${columnOf.length} codes for ${size} rows of the design`);
  const [rowIndex, columnIndex] = [toIndex(rowOf), toIndex(columnOf)];
  const rowPosition = positionsOf(rowIndex, columnIndex, weights);
  const columnPosition = positionsOf(columnIndex, rowIndex, weights);
  const [rows, columns] = [countOf(rowPosition), countOf(columnPosition)];
  const cellOf = new Int32Array(size).fill(-1);
  const weightedCounts = new Float64Array(rows * columns);
  let [n, sumOfWeights] = [0, 0];
  for (let at = 0; at < size; at++) {
    const row = rowPosition[rowIndex[at] ?? -1] ?? -1;
    const column = columnPosition[columnIndex[at] ?? -1] ?? -1;
    if (row < 0 || column < 0) continue;
    const cell = row * columns + column;
    const weight = weights[at] ?? 0;
    cellOf[at] = cell;
    weightedCounts[cell] = (weightedCounts[cell] ?? 0) + weight;
    sumOfWeights += weight;
    n += 1;
  }
  return { rows, columns, cellOf, n, weightedCounts, sumOfWeights };
};

/** The codes as integers, −1 = missing. */
const toIndex = (codes: ArrayLike<number | null>): Int32Array => {
  const index = new Int32Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? -1;
    index[at] = code;
    if (index[at] !== code || (code < 0 && codes[at] !== null))
      throw new RangeError(`code[${at}] = ${code}: need an index ≥ 0 or null`);
  }
  return index;
};

/** New position of each category after dropping those without weight; −1 = dropped. */
const positionsOf = (codes: Int32Array, others: Int32Array, weights: Float64Array): Int32Array => {
  let most = -1;
  for (let at = 0; at < codes.length; at++) if ((codes[at] ?? -1) > most) most = codes[at] ?? -1;
  const carried = new Float64Array(most + 1);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? -1;
    if (code >= 0 && (others[at] ?? -1) >= 0) carried[code] = (carried[code] ?? 0) + (weights[at] ?? 0);
  }
  let position = 0;
  return Int32Array.from(carried, (weight) => (weight > 0 ? position++ : -1));
};

const countOf = (positions: Int32Array): number =>
  positions.reduce((count, position) => count + Number(position >= 0), 0);
