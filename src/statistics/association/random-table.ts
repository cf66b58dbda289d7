import type { Random } from '../resampling/seeded-random';
import { sum } from '../vector';
import type { Counts } from './contingency-table';

/** Totals of a table to draw, with ln 0!, …, ln n!. */
export interface TableTotals {
  /** Whole numbers > 0. */
  readonly rowTotals: readonly number[];
  /** Whole numbers > 0 with the same sum. */
  readonly columnTotals: readonly number[];
  readonly factorials: Float64Array;
}

/**
 * A random table with given totals, as if respondents' answers to one question were shuffled: cell by cell from the
 * hypergeometric distribution of what remains.
 *
 * @param totals of rows and columns
 * @param random source of chance
 * @returns      counts with these totals
 * @throws RangeError if the sums differ
 * @source Patefield (1981), AS 159, Applied Statistics 30, 91-97
 * @example randomTable({ rowTotals: [2, 1], columnTotals: [1, 2], factorials: logFactorials(3) }, () => 0.9) // => [[0, 2], [1, 0]]
 */
export const randomTable = ({ rowTotals, columnTotals, factorials }: TableTotals, random: Random): Counts => {
  if (sum(rowTotals) !== sum(columnTotals)) throw new RangeError('Rows and columns need the same sum');
  const left = [...columnTotals];
  return rowTotals.map((total) => {
    let [open, pool] = [total, sum(left)];
    return left.map((available, column) => {
      const cell = drawMarked({ drawn: open, marked: available, pool, factorials }, random());
      left[column] = available - cell;
      open -= cell;
      pool -= available;
      return cell;
    });
  });
};

interface Draw {
  readonly drawn: number;
  readonly marked: number;
  readonly pool: number;
  readonly factorials: Float64Array;
}

/** How many of `drawn` are marked: inversion, outwards from the mode, so that steps grow with the spread only. */
const drawMarked = (draw: Draw, uniform: number): number => {
  const { drawn, marked, pool } = draw;
  const [low, high] = [Math.max(0, drawn + marked - pool), Math.min(drawn, marked)];
  if (low === high) return low;
  const mode = Math.min(high, Math.floor(((drawn + 1) * (marked + 1)) / (pool + 2)));
  const chance = chanceOf(draw, mode);
  let [below, belowChance, above, aboveChance] = [mode, chance, mode, chance];
  let left = uniform - chance;
  while (left > 0 && (below > low || above < high)) {
    if (above < high) {
      aboveChance *= ratioAfter(draw, above);
      above += 1;
      left -= aboveChance;
      if (left <= 0) return above;
    }
    if (below > low) {
      below -= 1;
      belowChance /= ratioAfter(draw, below);
      left -= belowChance;
      if (left <= 0) return below;
    }
  }
  return mode;
};

/** Chance of `cell + 1` over that of `cell`. */
const ratioAfter = ({ drawn, marked, pool }: Draw, cell: number): number =>
  ((drawn - cell) / (cell + 1)) * ((marked - cell) / (pool - drawn - marked + cell + 1));

const chanceOf = ({ drawn, marked, pool, factorials }: Draw, cell: number): number => {
  const logChoose = (n: number, k: number): number =>
    (factorials[n] ?? 0) - (factorials[k] ?? 0) - (factorials[n - k] ?? 0);
  return Math.exp(logChoose(marked, cell) + logChoose(pool - marked, drawn - cell) - logChoose(pool, drawn));
};
