import type { SetVariable } from '../variables/variable';
import type { Banner } from './banners';
import type { CellSums } from './count-cells';
import { lineOfPlace, type Line } from './merges';
import type { ColumnTotals } from './read-cells';
import type { TableContext } from './table-context';

/** Marks of a question of several answers, counted by line and column, beside those who answered at all. */
export interface MarkSums {
  readonly cells: CellSums;
  /** Respondents who answered. */
  readonly totals: ColumnTotals;
  /** Σ weight of all marks of the column. */
  readonly mentions: Float64Array;
}

/**
 * Counts in one pass. Of respondents: whoever marked any of a line's options counts once for it. Of mentions: every mark
 * counts.
 */
export const countMarks = (
  variable: SetVariable,
  lines: readonly Line[],
  { columnOf, columns }: Banner,
  { members, weights, base }: Pick<TableContext, 'members' | 'weights' | 'base'>,
): MarkSums => {
  const { bits, states, wordsEach } = variable;
  const width = columns.length;
  const lineOf = lineOfPlace(lines, wordsEach * 32);
  const cells = sumsOf(lines.length * width, weights !== null);
  const totals = sumsOf(width, weights !== null);
  const mentions = new Float64Array(width);
  const isOnce = base === 'respondents' && lines.length < variable.categories.length;
  const seen = new Int32Array(lines.length).fill(-1);
  for (let at = 0; at < states.length; at += 1) {
    const column = columnOf[at] ?? -1;
    if (states[at] !== 0 || column < 0 || (members !== null && members[at] === 0)) continue;
    const w = weights === null ? 1 : (weights[at] ?? 0);
    addTo(totals, column, w);
    for (let word = 0; word < wordsEach; word += 1) {
      let marks = bits[at * wordsEach + word] ?? 0;
      while (marks !== 0) {
        const bit = 31 - Math.clz32(marks & -marks);
        marks &= marks - 1;
        const line = lineOf[word * 32 + bit] ?? -1;
        if (line < 0) continue;
        mentions[column] = (mentions[column] ?? 0) + w;
        if (isOnce && seen[line] === at) continue;
        seen[line] = at;
        addTo(cells, line * width + column, w);
      }
    }
  }
  return { cells: { rows: lines.length, columns: width, ...cells }, totals, mentions };
};

/** Without weights the three sums are one list. */
const sumsOf = (length: number, isWeighted: boolean): ColumnTotals => {
  const n = new Float64Array(length);
  return isWeighted
    ? { n, weight: new Float64Array(length), weightSquared: new Float64Array(length) }
    : { n, weight: n, weightSquared: n };
};

const addTo = ({ n, weight, weightSquared }: ColumnTotals, at: number, w: number): void => {
  n[at] = (n[at] ?? 0) + 1;
  if (weight === n) return;
  weight[at] = (weight[at] ?? 0) + w;
  weightSquared[at] = (weightSquared[at] ?? 0) + w * w;
};
