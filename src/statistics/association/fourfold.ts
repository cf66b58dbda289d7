import { tableMargins, type Counts } from './contingency-table';

/** A 2 × 2 table by its usual letters: a, b in the first row, c, d in the second; totals r and c. */
export interface Fourfold {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly r1: number;
  readonly r2: number;
  readonly c1: number;
  readonly c2: number;
  readonly n: number;
}

/** @throws RangeError if the table is not 2 × 2 or a count is negative or not finite */
export const toFourfold = (counts: Counts): Fourfold => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  if (rowTotals.length !== 2 || columnTotals.length !== 2) throw new RangeError('Need a 2 × 2 table');
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts;
  return { a, b, c, d, r1: a + b, r2: c + d, c1: a + c, c2: b + d, n };
};
