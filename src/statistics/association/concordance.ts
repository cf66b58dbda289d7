import { sum } from '../vector';
import { mapCells, sumCells, tableMargins, type Counts } from './contingency-table';

/** What the measures of ordinal association are made of. */
export interface Concordance {
  readonly n: number;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** Pairs of respondents in which who is higher on one variable is higher on the other. */
  readonly concordantPairs: number;
  readonly discordantPairs: number;
  /** Respondents concordant with one of the cell, per cell. */
  readonly concordant: Counts;
  /** Respondents discordant with one of the cell, per cell. */
  readonly discordant: Counts;
  /** n² − Σ row total²: twice the pairs not tied on the row variable. */
  readonly untiedRows: number;
  readonly untiedColumns: number;
  /** Σ n(A − D)² − (P − Q)²/n, whose root measures chance under independence. */
  readonly spread: number;
}

/**
 * Count the pairs of respondents that agree in order and those that disagree, from a table of two ordered questions.
 *
 * @param counts contingency table, categories in their order
 * @returns      pairs, and the parts per cell
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Brown & Benedetti (1977), JASA 72, 309-315
 * @example concordance([[2, 1], [1, 3]]).concordantPairs // => 6
 */
export const concordance = (counts: Counts): Concordance => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const below = cumulated(counts);
  const upTo = (row: number, column: number): number => below[row]?.[column] ?? 0;
  const [rows, columns] = [rowTotals.length, columnTotals.length];
  const concordant = mapCells(
    counts,
    (_, i, j) => upTo(i, j) + n - upTo(i + 1, columns) - upTo(rows, j + 1) + upTo(i + 1, j + 1),
  );
  const discordant = mapCells(counts, (_, i, j) => upTo(rows, j) - upTo(i + 1, j) + upTo(i, columns) - upTo(i, j + 1));
  const twiceConcordant = sumCells(counts, (count, i, j) => count * (concordant[i]?.[j] ?? 0));
  const twiceDiscordant = sumCells(counts, (count, i, j) => count * (discordant[i]?.[j] ?? 0));
  const squares = sumCells(counts, (count, i, j) => count * excess({ concordant, discordant }, i, j) ** 2);
  return {
    n,
    rowTotals,
    columnTotals,
    concordantPairs: twiceConcordant / 2,
    discordantPairs: twiceDiscordant / 2,
    concordant,
    discordant,
    untiedRows: n ** 2 - sum(rowTotals.map((total) => total ** 2)),
    untiedColumns: n ** 2 - sum(columnTotals.map((total) => total ** 2)),
    spread: n === 0 ? 0 : Math.max(0, squares - (twiceConcordant - twiceDiscordant) ** 2 / n),
  };
};

/** Concordant minus discordant respondents of a cell. */
export const excess = (parts: Pick<Concordance, 'concordant' | 'discordant'>, row: number, column: number): number =>
  (parts.concordant[row]?.[column] ?? 0) - (parts.discordant[row]?.[column] ?? 0);

/** Respondents in the rows and columns before each position: cumulated[i][j] = Σ of counts[k < i][l < j]. */
const cumulated = (counts: Counts): Counts => {
  const columns = counts[0]?.length ?? 0;
  const sums: number[][] = [Array.from({ length: columns + 1 }, () => 0)];
  for (const row of counts) {
    const above = sums.at(-1) ?? [];
    let along = 0;
    sums.push([0, ...row.map((count, column) => (along += count) + (above[column + 1] ?? 0))]);
  }
  return sums;
};
