import { chiSquareUpper } from '../distributions/chi-square';
import { sum } from '../vector';
import { sumCells, tableMargins, type Counts } from './contingency-table';

/** Correlation of two ordered questions from their table. */
export interface ScoreCorrelation {
  /** Pearson's r of the scores 1, 2, 3, …; in [−1, 1]. */
  readonly pearson: number;
  /** Spearman's rho: Pearson's r of mid-ranks; in [−1, 1]. */
  readonly spearman: number;
  /** Linear-by-linear association (n − 1) r² of the scores, 1 degree of freedom. */
  readonly linearByLinear: { readonly statistic: number; readonly p: number };
}

/**
 * Correlation of two ordered questions, categories scored 1, 2, 3, … and by their mid-ranks, with the test of linear
 * trend that SPSS calls linear-by-linear.
 *
 * @param counts contingency table of two ordered questions, without empty categories
 * @returns      the correlations; null when a question does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Mantel (1963), JASA 58, 690-700; Agresti (2013), Categorical Data Analysis, 3.4
 * @example scoreCorrelation([[20, 10], [10, 20]])?.pearson // => 0.3333
 */
export const scoreCorrelation = (counts: Counts): ScoreCorrelation | null => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const pearson = correlationOfScores(counts, positions(rowTotals), positions(columnTotals));
  const spearman = correlationOfScores(counts, midRanksOf(rowTotals), midRanksOf(columnTotals));
  if (pearson === null || spearman === null) return null;
  const statistic = (n - 1) * pearson ** 2;
  return { pearson, spearman, linearByLinear: { statistic, p: chiSquareUpper(statistic, 1) } };
};

const correlationOfScores = (counts: Counts, rows: readonly number[], columns: readonly number[]): number | null => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  if (n === 0) return null;
  const fromMean = (scores: readonly number[], totals: readonly number[]): readonly number[] => {
    const mean = sum(scores.map((score, at) => score * (totals[at] ?? 0))) / n;
    return scores.map((score) => score - mean);
  };
  const [x, y] = [fromMean(rows, rowTotals), fromMean(columns, columnTotals)];
  const squares = (scores: readonly number[], totals: readonly number[]): number =>
    sum(scores.map((score, at) => score ** 2 * (totals[at] ?? 0)));
  const width = Math.sqrt(squares(x, rowTotals) * squares(y, columnTotals));
  const together = sumCells(counts, (count, i, j) => count * (x[i] ?? 0) * (y[j] ?? 0));
  return width === 0 ? null : Math.max(-1, Math.min(1, together / width));
};

const positions = (totals: readonly number[]): readonly number[] => totals.map((_, at) => at + 1);

const midRanksOf = (totals: readonly number[]): readonly number[] => {
  let before = 0;
  return totals.map((total) => (before += total) - total / 2 + 0.5);
};
