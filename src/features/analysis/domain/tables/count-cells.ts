/** Sums over the respondents of each cell of a table, row-major; all that estimates and design-based tests need. */
export interface CellSums {
  readonly rows: number;
  readonly columns: number;
  /** Respondents. */
  readonly n: Float64Array;
  /** Σ weight. */
  readonly weight: Float64Array;
  /** Σ weight². */
  readonly weightSquared: Float64Array;
}

export interface Counted {
  /** Row of each respondent; negative = in none. */
  readonly rowOf: Int16Array;
  readonly rows: number;
  /** Column of each respondent; negative = in none. */
  readonly columnOf: Int16Array;
  readonly columns: number;
  /** Weight of each respondent; null = 1. */
  readonly weights: Float64Array | null;
  /** 1 = counted; null = everyone. */
  readonly members: Uint8Array | null;
}

/** Counts a table in one pass over the respondents. */
export const countCells = (counted: Counted): CellSums =>
  counted.weights === null ? countUnweighted(counted) : countWeighted(counted, counted.weights);

const countUnweighted = ({ rowOf, rows, columnOf, columns, members }: Counted): CellSums => {
  const n = new Float64Array(rows * columns);
  for (let at = 0; at < rowOf.length; at += 1) {
    if (members !== null && members[at] === 0) continue;
    const row = rowOf[at] ?? -1;
    const column = columnOf[at] ?? -1;
    if (row < 0 || column < 0) continue;
    const cell = row * columns + column;
    n[cell] = (n[cell] ?? 0) + 1;
  }
  return { rows, columns, n, weight: n, weightSquared: n };
};

const countWeighted = ({ rowOf, rows, columnOf, columns, members }: Counted, weights: Float64Array): CellSums => {
  const cells = rows * columns;
  const [n, weight, weightSquared] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let at = 0; at < rowOf.length; at += 1) {
    if (members !== null && members[at] === 0) continue;
    const row = rowOf[at] ?? -1;
    const column = columnOf[at] ?? -1;
    if (row < 0 || column < 0) continue;
    const cell = row * columns + column;
    const w = weights[at] ?? 0;
    n[cell] = (n[cell] ?? 0) + 1;
    weight[cell] = (weight[cell] ?? 0) + w;
    weightSquared[cell] = (weightSquared[cell] ?? 0) + w * w;
  }
  return { rows, columns, n, weight, weightSquared };
};
