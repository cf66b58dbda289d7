import { sum } from '../vector';
import { tableMargins, transpose, type Counts } from './contingency-table';

/** Ways to fill a column tried at most, unless the caller says fewer: about half a second and 32 MB. */
export const MOST_WAYS = 2_000_000;

/**
 * Sum of the probabilities of all tables with the observed totals that are not more probable than the observed one.
 * Columns are filled one by one from the smallest; the two largest are met in the middle: every way to fill them, in
 * order of probability, is listed once per remainder of the rows and looked up by bisection.
 *
 * @param counts     whole numbers, at least two rows and two columns, none empty
 * @param factorials ln 0!, …, ln n!
 * @param mostWays   to fill a column, tried at most
 * @returns          p in [0, 1]; null when there are too many tables to visit
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Freeman & Halton (1951); the meeting in the middle after Pagano & Halvorsen (1981), JASA 76, 931-934
 * @example exactTableP([[3, 1], [1, 3]], logFactorials(8)) // => 0.485714
 */
export const exactTableP = (counts: Counts, factorials: Float64Array, mostWays = MOST_WAYS): number | null => {
  const upright = counts.length <= (counts[0]?.length ?? 0) ? counts : transpose(counts);
  const { n, rowTotals, columnTotals } = tableMargins(upright);
  const logOf = (count: number): number => factorials[count] ?? 0;
  const search: Search = {
    constant: sum([...rowTotals, ...columnTotals].map(logOf)) - logOf(n),
    // A table's probability is e^(constant − Σ ln cell!): not more probable means a sum at least this large.
    limit: sum(upright.flat().map(logOf)) - 1e-7,
    columns: columnTotals.toSorted((a, b) => a - b),
    factorials,
    halves: new Map(),
    ways: 0,
    mostWays,
  };
  const p = sumFrom(search, 0, rowTotals, 0);
  return p === null ? null : Math.min(1, p);
};

interface Search {
  readonly constant: number;
  readonly limit: number;
  readonly columns: readonly number[];
  readonly factorials: Float64Array;
  readonly halves: Map<string, Half>;
  ways: number;
  readonly mostWays: number;
}

/** Every way to fill the last two columns, given what is left of the rows. */
interface Half {
  /** Σ ln cell!, ascending. */
  readonly sums: Float64Array;
  /** Σ of e^−sum from each position to the end, in units of e^−sums[0]. */
  readonly tails: Float64Array;
}

/** Sum of the probabilities of improbable enough tables that continue the columns filled so far; null beyond the bound. */
const sumFrom = (search: Search, column: number, rows: readonly number[], filled: number): number | null => {
  if (column >= search.columns.length - 2) return sumOfHalf(search, rows, filled);
  const { factorials } = search;
  let total = 0;
  const weigh = (_row: number, cell: number): number => factorials[cell] ?? 0;
  const complete = eachWay(search, { rows, total: search.columns[column] ?? 0, weigh }, (cells, logarithm) => {
    const left = rows.map((open, row) => open - (cells[row] ?? 0));
    const part = sumFrom(search, column + 1, left, filled + logarithm);
    total += part ?? 0;
    return part !== null;
  });
  return complete ? total : null;
};

const sumOfHalf = (search: Search, rows: readonly number[], filled: number): number | null => {
  const key = rows.join();
  const half = search.halves.get(key) ?? halfOf(search, rows);
  if (half === null) return null;
  search.halves.set(key, half);
  const at = firstAtLeast(half.sums, search.limit - filled);
  return Math.exp(search.constant - filled - (half.sums[0] ?? 0)) * (half.tails[at] ?? 0);
};

const halfOf = (search: Search, rows: readonly number[]): Half | null => {
  const { factorials } = search;
  const sums: number[] = [];
  const weigh = (row: number, cell: number): number =>
    (factorials[cell] ?? 0) + (factorials[(rows[row] ?? 0) - cell] ?? 0);
  const complete = eachWay(search, { rows, total: search.columns.at(-2) ?? 0, weigh }, (_, logarithm) => {
    sums.push(logarithm);
    return true;
  });
  if (!complete) return null;
  const sorted = Float64Array.from(sums).sort();
  const first = sorted[0] ?? 0;
  const tails = sorted.map((logarithm) => Math.exp(first - logarithm));
  for (let at = tails.length - 2; at >= 0; at -= 1) tails[at] = (tails[at] ?? 0) + (tails[at + 1] ?? 0);
  return { sums: sorted, tails };
};

interface Column {
  /** Room left in each row. */
  readonly rows: readonly number[];
  readonly total: number;
  /** What a cell adds to the sum of logarithms. */
  readonly weigh: (row: number, cell: number) => number;
}

/** Visit every way to spread a column over the rows; false as soon as a visit is, or beyond the bound. */
const eachWay = (
  search: Search,
  { rows, total, weigh }: Column,
  visit: (cells: readonly number[], logarithm: number) => boolean,
): boolean => {
  const cells = rows.map(() => 0);
  const place = (row: number, open: number, room: number, logarithm: number): boolean => {
    const space = rows[row] ?? 0;
    if (row === rows.length - 1) {
      cells[row] = open;
      search.ways += 1;
      return search.ways <= search.mostWays && visit(cells, logarithm + weigh(row, open));
    }
    const [least, most] = [Math.max(0, open - room + space), Math.min(open, space)];
    for (let cell = least; cell <= most; cell += 1) {
      cells[row] = cell;
      if (!place(row + 1, open - cell, room - space, logarithm + weigh(row, cell))) return false;
    }
    return true;
  };
  return place(0, total, sum(rows), 0);
};

/** First position of an ascending list whose value is at least the limit. */
const firstAtLeast = (ascending: Float64Array, limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
};
