import { adjustHolm } from '../../../../statistics';
import type { SetVariable } from '../variables/variable';
import type { Banner } from './banners';
import type { CellSums } from './count-cells';
import { countMarks, type MarkSums } from './count-marks';
import { countPlaces } from './count-places';
import { countStates } from './count-states';
import { linesOf, type Line } from './merges';
import { baseOf, readRow, type CellsToRead } from './read-cells';
import type { Block, BlockTest, Cell, ColumnBase, RankingOfCell } from './table';
import type { TableContext } from './table-context';
import { testAssociation } from './test-block';

interface Part {
  readonly name: string | null;
  readonly read: CellsToRead;
  readonly mentions: Float64Array;
  readonly ranking: readonly (readonly RankingOfCell[])[] | null;
}

/**
 * Several answers each: percentages of respondents who were asked and answered, so that they add up to more than 100; or of
 * all mentions, which add up to 100.
 */
export const setBlock = (variable: SetVariable, context: TableContext): Block => {
  const lines = linesOf(variable, context.merges);
  const parts = context.banners.map((banner) => partOf(variable, lines, banner, context));
  const isOfMentions = context.base === 'mentions';
  return {
    variable: variable.name,
    label: variable.label,
    kind: 'set',
    percentsOf: context.base,
    sensitive: variable.sensitive === true,
    bases: parts.flatMap((part) =>
      Array.from({ length: part.read.cells.columns }, (_, column): ColumnBase => ({
        ...baseOf(part.read.totals, column),
        ...(isOfMentions ? { mentions: part.mentions[column] ?? 0 } : {}),
      })),
    ),
    asked: countStates(variable.states, context),
    rows: lines.map(({ code, label }, row) => ({
      code,
      label,
      cells: parts.flatMap((part) => (isOfMentions ? mentionCells(part, row) : respondentCells(part, row))),
    })),
    summaries: [],
    tests: parts.flatMap(({ name, read }) => {
      if (name === null || context.level === 0) return [];
      return [
        isOfMentions ? { variable: name, kind: 'none' as const, reason: 'mentions' as const } : testOptions(name, read),
      ];
    }),
  };
};

const partOf = (variable: SetVariable, lines: readonly Line[], banner: Banner, context: TableContext): Part => {
  const { cells, totals, mentions }: MarkSums = countMarks(variable, lines, banner, context);
  const { members, weights, sampleSize, level } = context;
  return {
    name: banner.variable,
    mentions,
    ranking: countPlaces(variable, lines, banner, { members, weights, bases: totals.weight }),
    read: {
      cells,
      totals,
      isWeighted: weights !== null,
      letters: banner.columns.map(({ letter }) => letter ?? ''),
      sampleSize,
      level,
    },
  };
};

const respondentCells = ({ read, ranking }: Part, row: number): readonly Cell[] =>
  readRow(read, row).map((cell, column) => ({ ...cell, rowShare: null, ...rankingAt(ranking, row, column) }));

const rankingAt = (ranking: Part['ranking'], row: number, column: number): { readonly ranking?: RankingOfCell } => {
  const found = ranking?.[row]?.[column];
  return found === undefined ? {} : { ranking: found };
};

/** Marks of one person hang together: of mentions neither intervals nor tests are given. */
const mentionCells = ({ read: { cells }, mentions, ranking }: Part, row: number): readonly Cell[] => {
  const all = mentions.reduce((sum, one) => sum + one, 0);
  const ofRow = cells.weight.subarray(row * cells.columns, (row + 1) * cells.columns);
  const inRow = ofRow.reduce((sum, one) => sum + one, 0);
  return Array.from(ofRow, (weighted, column) => {
    const ofColumn = mentions[column] ?? 0;
    return {
      n: cells.n[row * cells.columns + column] ?? 0,
      weighted,
      share: ofColumn > 0 ? weighted / ofColumn : null,
      rowShare: inRow > 0 ? weighted / inRow : null,
      totalShare: all > 0 ? weighted / all : null,
      interval: null,
      residual: null,
      higherThan: [],
      ...rankingAt(ranking, row, column),
    };
  });
};

/** Each option against not choosing it; Holm's correction over the options. */
const testOptions = (variable: string, read: CellsToRead): BlockTest => {
  const ps = Array.from({ length: read.cells.rows }, (_, row) => {
    const test = testAssociation({ ...read, variable, cells: chosenOrNot(read, row) });
    return 'p' in test ? test.p : null;
  });
  const adjusted = adjustHolm(ps).filter((p) => p !== null);
  return adjusted.length === 0
    ? { variable, kind: 'none', reason: read.cells.columns < 2 ? 'one-group' : 'too-few' }
    : { variable, kind: 'by-option', smallestP: Math.min(...adjusted) };
};

const chosenOrNot = ({ cells, totals }: CellsToRead, row: number): CellSums => {
  const pair = (list: Float64Array, all: Float64Array): Float64Array => {
    const chosen = list.subarray(row * cells.columns, (row + 1) * cells.columns);
    return Float64Array.from([...chosen, ...Array.from(all, (total, column) => total - (chosen[column] ?? 0))]);
  };
  return {
    rows: 2,
    columns: cells.columns,
    n: pair(cells.n, totals.n),
    weight: pair(cells.weight, totals.weight),
    weightSquared: pair(cells.weightSquared, totals.weightSquared),
  };
};
