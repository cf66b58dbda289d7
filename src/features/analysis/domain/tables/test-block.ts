import {
  chiSquareAssociation,
  chiSquareTest,
  fisherExact,
  raoScottOfCells,
  welchAnalysisOfVariance,
  type GroupSums,
} from '../../../../statistics';
import type { CellSums } from './count-cells';
import { summaryFrom } from './read-summaries';
import type { BlockTest } from './table';

/** Fixed, so that a simulated p is the same whenever it is asked for. */
const SEED = 20_261_121;
/** Beyond so many answers the approximation holds or the table is too large to enumerate. */
const MOST_FOR_EXACT = 5_000;
/** Beyond, tables are drawn at random: a page with many tests may not keep people waiting. */
const MOST_WAYS = 60_000;
/** Random tables and covariances of more cells than this take seconds. */
const MOST_CELLS = 200;

export interface TestedCells {
  readonly variable: string;
  readonly cells: CellSums;
  readonly isWeighted: boolean;
  readonly sampleSize: number;
}

/** Are the answers related to the columns? Weighted: Rao-Scott; small expected counts: exact; otherwise chi-square. */
export const testAssociation = ({ variable, cells, isWeighted, sampleSize }: TestedCells): BlockTest => {
  const counts = countsOf(cells);
  const used = chiSquareTest(counts);
  if (used.n === 0) return { variable, kind: 'none', reason: 'too-few' };
  if (counts.length - used.emptyRows.length < 2) return { variable, kind: 'none', reason: 'one-answer' };
  if (cells.columns - used.emptyColumns.length < 2) return { variable, kind: 'none', reason: 'one-group' };
  if (isWeighted && cells.rows * cells.columns > MOST_CELLS) return { variable, kind: 'none', reason: 'too-large' };
  if (isWeighted) return weightedTest(variable, cells, sampleSize);
  return unweightedTest(variable, counts);
};

const unweightedTest = (variable: string, counts: readonly (readonly number[])[]): BlockTest => {
  const test = chiSquareTest(counts);
  const { statistic, df, p, smallestExpected } = test;
  const cramersV = chiSquareAssociation(counts)?.cramersV ?? 0;
  if (statistic === null || df === null || p === null || smallestExpected === null)
    return { variable, kind: 'none', reason: 'too-few' };
  const cohensW = Math.sqrt(statistic / test.n);
  const isLarge = counts.length * (counts[0]?.length ?? 0) > MOST_CELLS;
  if (test.isApproximationDoubtful && isLarge) return { variable, kind: 'none', reason: 'too-large' };
  const exact = test.isApproximationDoubtful && test.n <= MOST_FOR_EXACT ? exactOnce(counts) : null;
  if (exact === null) return { variable, kind: 'chi-square', statistic, df, p, smallestExpected, cramersV, cohensW };
  const simulated = exact.kind === 'simulated' ? { tables: exact.tables, standardError: exact.standardError } : null;
  return { variable, kind: 'exact', p: exact.p, simulated, smallestExpected, cramersV, cohensW };
};

const MOST_KNOWN = 500;
const known = new Map<string, ReturnType<typeof fisherExact>>();

/** The same counts have the same p, whoever asks and however often. */
const exactOnce = (counts: readonly (readonly number[])[]): ReturnType<typeof fisherExact> => {
  const key = counts.map((row) => row.join()).join(';');
  const found = known.get(key);
  if (found !== undefined) return found;
  const exact = fisherExact(counts, SEED, MOST_WAYS);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, exact);
  return exact;
};

const weightedTest = (variable: string, cells: CellSums, sampleSize: number): BlockTest => {
  const test = raoScottOfCells(cells, sampleSize);
  if (test === null) return { variable, kind: 'none', reason: 'empty-cells' };
  const { f, df1, df2, p, chiSquare, n } = test;
  const counts = countsOf(cells);
  const { emptyRows, emptyColumns } = chiSquareTest(counts);
  const smaller = Math.min(cells.rows - emptyRows.length, cells.columns - emptyColumns.length) - 1;
  const cohensW = Math.sqrt(chiSquare / n);
  return { variable, kind: 'rao-scott', f, df1, df2, p, chiSquare, cramersV: cohensW / Math.sqrt(smaller), cohensW };
};

/** Do the means of unweighted groups differ? Of weighted ones the pairs tell. */
export const testMeans = (variable: string, groups: readonly GroupSums[], isWeighted: boolean): BlockTest => {
  const filled = groups.filter(({ n }) => n > 0);
  if (filled.length < 2) return { variable, kind: 'none', reason: 'one-group' };
  if (isWeighted) return { variable, kind: 'none', reason: 'pairs-only' };
  const test = welchAnalysisOfVariance(filled.map(summaryFrom));
  if (test === null) return { variable, kind: 'none', reason: 'too-few' };
  const { statistic: f, df1, df2, p } = test;
  return { variable, kind: 'welch', f, df1, df2, p, etaSquared: etaSquaredOf(filled) };
};

/** Sum of squares between the groups over the sum of all squares. */
const etaSquaredOf = (groups: readonly GroupSums[]): number | null => {
  const [n, x, xSquared] = (['n', 'x', 'xSquared'] as const).map((key) =>
    groups.reduce((sum, group) => sum + group[key], 0),
  );
  const correction = (x ?? 0) ** 2 / (n ?? 1);
  const all = (xSquared ?? 0) - correction;
  const between = groups.reduce((sum, group) => sum + group.x ** 2 / group.n, 0) - correction;
  return all > 0 ? Math.min(1, Math.max(0, between / all)) : null;
};

const countsOf = ({ rows, columns, n }: CellSums): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, row) => Array.from(n.subarray(row * columns, (row + 1) * columns)));
