import { adjustBenjaminiHochberg } from '../compare/adjust-benjamini-hochberg';
import { adjustHolm } from '../compare/adjust-holm';
import { pairsOfGroups, type PairOfGroups } from '../compare/pairs';
import { normalTwoSided } from '../distributions/normal';
import { tableMargins, type Counts } from './contingency-table';

/** One row of a table: its share compared between every two columns. Lists run along the pairs; null: not tested. */
export interface RowOfColumnTests {
  readonly z: readonly (number | null)[];
  readonly p: readonly (number | null)[];
  /** p times the number of all pairs of columns, tested or not. */
  readonly bonferroni: readonly (number | null)[];
  /** Over the tested pairs of the row. */
  readonly holm: readonly (number | null)[];
  /** Over the tested pairs of the row. */
  readonly benjaminiHochberg: readonly (number | null)[];
}

export interface ColumnTests {
  readonly columnTotals: readonly number[];
  readonly pairs: readonly PairOfGroups[];
  readonly rows: readonly RowOfColumnTests[];
  readonly testedPairs: number;
}

/**
 * Compare column percentages: in each row, the share of every column with that of every other one, by
 * z = (p₁ − p₂) / √(p (1 − p)(1/n₁ + 1/n₂)) with the pooled share p and no continuity correction. A column whose share is
 * 0 or 1, or that has no answers, is not tested in that row (SPSS's rule).
 *
 * @param counts contingency table of respondents
 * @returns      tests per row, pairs of columns by position from 0
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source SPSS, CTABLES, COMPARETEST TYPE=PROP; R: prop.test(x, n, correct = FALSE)
 * @example columnProportionTests([[40, 20], [60, 80]]).rows[0]?.p // => [0.002028]
 */
export const columnProportionTests = (counts: Counts): ColumnTests => {
  const { columnTotals } = tableMargins(counts);
  const pairs = pairsOfGroups(columnTotals.length);
  const rows = counts.map((row) => testRow(row, columnTotals, pairs));
  const testedPairs = rows.flatMap(({ p }) => p).filter((p) => p !== null).length;
  return { columnTotals, pairs, rows, testedPairs };
};

/**
 * Letters under the columns of a table: a column carries the letter of each column whose share is significantly smaller,
 * A for the first.
 *
 * @param tests result of columnProportionTests
 * @param level probability in (0, 1); p adjusted by Bonferroni lies below it
 * @returns     one text per cell, empty where no share is smaller
 * @throws RangeError if the level is outside (0, 1) or there are more than 26 columns
 * @source SPSS, CTABLES, "APA-style" significance letters
 * @example columnLetters(columnProportionTests([[40, 20], [60, 80]])) // => [['B', ''], ['', 'A']]
 */
export const columnLetters = (
  { columnTotals, pairs, rows }: ColumnTests,
  level = 0.05,
): readonly (readonly string[])[] => {
  if (!(level > 0 && level < 1)) throw new RangeError(`level = ${level}: need 0 < level < 1`);
  if (columnTotals.length > LETTERS.length) throw new RangeError(`${columnTotals.length} columns: at most 26`);
  return rows.map(({ z, bonferroni }) =>
    columnTotals.map((_, column) =>
      pairs
        .map(({ first, second }, at) => {
          if ((bonferroni[at] ?? 1) >= level) return '';
          const [larger, smaller] = (z[at] ?? 0) > 0 ? [first, second] : [second, first];
          return larger === column ? (LETTERS[smaller] ?? '') : '';
        })
        .join(''),
    ),
  );
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const testRow = (
  row: readonly number[],
  totals: readonly number[],
  pairs: readonly PairOfGroups[],
): RowOfColumnTests => {
  const z = pairs.map(({ first, second }) => zOfPair(row, totals, first, second));
  const p = z.map((statistic) => (statistic === null ? null : normalTwoSided(statistic)));
  return {
    z,
    p,
    bonferroni: p.map((value) => (value === null ? null : Math.min(1, value * pairs.length))),
    holm: adjustHolm(p),
    benjaminiHochberg: adjustBenjaminiHochberg(p),
  };
};

const zOfPair = (row: readonly number[], totals: readonly number[], first: number, second: number): number | null => {
  const [x1 = 0, x2 = 0, n1 = 0, n2 = 0] = [row[first], row[second], totals[first], totals[second]];
  if (x1 === 0 || x2 === 0 || x1 === n1 || x2 === n2) return null;
  const pooled = (x1 + x2) / (n1 + n2);
  return (x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
};
