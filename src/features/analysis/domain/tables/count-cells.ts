import { placesOfMembers } from './members';

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

/** A banner and everyone: whoever is in no column of it counts in the total alone. */
export interface CellsAndTotal {
  readonly cells: CellSums;
  /** One column. */
  readonly total: CellSums;
  /** Respondents in no row, by the missing state of it: 95 stands for −95. */
  readonly states: Float64Array;
}

/** Counts a table in one pass over the respondents. */
export const countCells = (counted: Counted): CellSums => countWithTotal(counted).cells;

/** The same, with everyone and every missing state counted in the same pass. */
export const countWithTotal = (counted: Counted): CellsAndTotal => {
  const { rows, columns, weights } = counted;
  const found = weights === null ? countUnweighted(counted) : countWeighted(counted, weights);
  const width = columns + 1;
  const states = Float64Array.from({ length: STATES }, (_, state) => {
    const from = (rows + state) * width;
    return found.n.subarray(from, from + width).reduce((sum, n) => sum + n, 0);
  });
  return { cells: part(found, rows, columns), total: addUp(found, rows, width), states };
};

/** Sums with a row for each missing state below, and a last column for those who are in none. */
type Sums = Pick<CellSums, 'n' | 'weight' | 'weightSquared'>;

/** Missing states are −1 to −99. */
const STATES = 100;

/** Where the cells of each row begin, by the row's number + `STATES`; missing states have rows after the others. */
const startsOf = (rows: number, width: number): Int32Array =>
  Int32Array.from({ length: STATES + rows }, (_, place) =>
    place >= STATES ? (place - STATES) * width : (rows + STATES - place) * width,
  );

/** The place of each column within a row, by its number + `STATES`; whoever is in none has the last. */
const placesOf = (columns: number): Int32Array =>
  Int32Array.from({ length: STATES + columns }, (_, place) => (place >= STATES ? place - STATES : columns));

const countUnweighted = ({ rowOf, rows, columnOf, columns, members }: Counted): Sums => {
  const [starts, places] = [startsOf(rows, columns + 1), placesOf(columns)];
  const n = new Float64Array((rows + STATES + 1) * (columns + 1));
  const list = members === null ? null : placesOfMembers(members);
  const counted = list?.length ?? rowOf.length;
  for (let place = 0; place < counted; place += 1) {
    const at = list === null ? place : (list[place] ?? 0);
    const cell = (starts[(rowOf[at] ?? -1) + STATES] ?? 0) + (places[(columnOf[at] ?? -1) + STATES] ?? 0);
    n[cell] = (n[cell] ?? 0) + 1;
  }
  return { n, weight: n, weightSquared: n };
};

/** Whoever has no weight is no member. */
const countWeighted = ({ rowOf, rows, columnOf, columns, members }: Counted, weights: Float64Array): Sums => {
  const [starts, places] = [startsOf(rows, columns + 1), placesOf(columns)];
  const cells = (rows + STATES + 1) * (columns + 1);
  const [n, weight, weightSquared] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  const list = members === null ? null : placesOfMembers(members);
  const counted = list?.length ?? rowOf.length;
  for (let place = 0; place < counted; place += 1) {
    const at = list === null ? place : (list[place] ?? 0);
    const cell = (starts[(rowOf[at] ?? -1) + STATES] ?? 0) + (places[(columnOf[at] ?? -1) + STATES] ?? 0);
    const w = weights[at] ?? 0;
    n[cell] = (n[cell] ?? 0) + 1;
    weight[cell] = (weight[cell] ?? 0) + w;
    weightSquared[cell] = (weightSquared[cell] ?? 0) + w * w;
  }
  return { n, weight, weightSquared };
};

/** Without the last column. */
const part = (sums: Sums, rows: number, columns: number): CellSums =>
  ofEach(sums, { rows, columns }, (list) => {
    const cells = new Float64Array(rows * columns);
    for (let row = 0; row < rows; row += 1)
      cells.set(list.subarray(row * (columns + 1), row * (columns + 1) + columns), row * columns);
    return cells;
  });

const addUp = (sums: Sums, rows: number, width: number): CellSums =>
  ofEach(sums, { rows, columns: 1 }, (list) =>
    Float64Array.from({ length: rows }, (_, row) =>
      list.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + value, 0),
    ),
  );

/** Without weights the three lists are one. */
const ofEach = (
  { n, weight, weightSquared }: Sums,
  size: Pick<CellSums, 'rows' | 'columns'>,
  make: (list: Float64Array) => Float64Array,
): CellSums => {
  const counts = make(n);
  return weight === n
    ? { ...size, n: counts, weight: counts, weightSquared: counts }
    : { ...size, n: counts, weight: make(weight), weightSquared: make(weightSquared) };
};
