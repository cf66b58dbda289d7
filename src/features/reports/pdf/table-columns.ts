import type { TableBlock } from '../domain';
import { STYLES } from './paper';
import type { Sheet } from './sheet';
import { widthOf } from './typeset';

export const CELL_PADDING = { x: 6, y: 3.8 } as const;
const NARROWEST = 46;
const NARROWEST_SQUEEZED = 30;
/** A longer word may be broken. */
const WIDEST_WORD = 96;
/** Numbers at the right edge and a text that begins there would read as one. */
const BEFORE_TEXT = 12;
const FIRST_COLUMN = { atLeast: 110, share: 0.28 } as const;
/** No column by content asks for more of the page. */
const LARGEST_SHARE = 0.45;

export interface Column {
  /** Place among the columns of the whole table. */
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly indent: number;
}

interface Wish {
  readonly index: number;
  /** By its content on one line. */
  readonly natural: number;
  /** By its longest word. */
  readonly least: number;
  readonly weight: number | undefined;
}

/**
 * Columns for the width of the page. Numbers get what they need and text the rest, by weight; a table too wide even when
 * squeezed becomes several, each with the first column.
 */
export const partsOf = (sheet: Sheet, table: TableBlock): readonly (readonly Column[])[] => {
  const wishes = table.columns.map((_, index) => wishOf(sheet, table, index));
  const [first, ...others] = wishes;
  if (first === undefined) return [];
  const groups = groupsOf(others, sheet.width - leastOfFirst(sheet, first, others));
  return groups.map((group) => place(sheet, table, widthsOf(sheet, first, group)));
};

const wishOf = (sheet: Sheet, { columns, rows }: TableBlock, index: number): Wish => {
  const column = columns[index];
  const label = column?.label ?? '';
  const indent = indentOf(columns, index);
  const head = longestWord(sheet, label, STYLES.tableHead);
  const cells = [...new Set(rows.map((row) => row.cells[index] ?? ''))];
  const widest = Math.max(0, ...cells.map((cell) => widthOf(sheet, cell, STYLES.tableTotal)));
  const word = Math.max(head, ...cells.map((cell) => longestWord(sheet, cell, STYLES.tableTotal)));
  const padding = 2 * CELL_PADDING.x + indent;
  return {
    index,
    natural: Math.min(Math.max(NARROWEST, head, widest) + padding, sheet.width * LARGEST_SHARE),
    least: Math.max(NARROWEST_SQUEEZED, Math.min(word, WIDEST_WORD)) + padding,
    weight: column?.weight,
  };
};

const longestWord = (sheet: Sheet, text: string, style: (typeof STYLES)['tableHead']): number =>
  Math.max(0, ...text.split(' ').map((word) => widthOf(sheet, word, style)));

const indentOf = (columns: TableBlock['columns'], index: number): number =>
  index > 0 && columns[index]?.align === 'left' && columns[index - 1]?.align === 'right' ? BEFORE_TEXT : 0;

const leastOfFirst = (sheet: Sheet, first: Wish, others: readonly Wish[]): number =>
  others.length === 0
    ? sheet.width
    : Math.max(first.least, Math.min(first.natural, Math.max(FIRST_COLUMN.atLeast, sheet.width * FIRST_COLUMN.share)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** As few parts as hold all columns, about as many columns in each. */
const groupsOf = (others: readonly Wish[], room: number): readonly (readonly Wish[])[] => {
  if (sum(others.map(({ least }) => least)) <= room) return [others];
  const groups: Wish[][] = [[]];
  const perPart = Math.ceil(others.length / Math.ceil(sum(others.map(({ least }) => least)) / room));
  let used = 0;
  for (const wish of others) {
    const last = groups.at(-1) ?? [];
    if (last.length > 0 && (used + wish.least > room || last.length >= perPart)) {
      groups.push([wish]);
      used = wish.least;
    } else {
      last.push(wish);
      used += wish.least;
    }
  }
  return groups;
};

type Widths = readonly { readonly index: number; readonly width: number }[];

const widthsOf = (sheet: Sheet, first: Wish, others: readonly Wish[]): Widths => {
  const hasWeights = [first, ...others].some(({ weight }) => weight !== undefined);
  return hasWeights ? byWeight(sheet, [first, ...others]) : byContent(sheet, first, others);
};

/** The naming column takes what the others leave. */
const byContent = (sheet: Sheet, first: Wish, others: readonly Wish[]): Widths => {
  const room = sheet.width - leastOfFirst(sheet, first, others);
  const natural = sum(others.map((wish) => wish.natural));
  const least = sum(others.map((wish) => wish.least));
  const given = natural <= room ? 1 : Math.max(0, (room - least) / (natural - least));
  const widths = others.map((wish) => ({
    index: wish.index,
    width: Math.min(room, wish.least + Math.max(0, wish.natural - wish.least) * given),
  }));
  return [{ index: first.index, width: sheet.width - sum(widths.map(({ width }) => width)) }, ...widths];
};

/** Columns of text share what those by content leave, none narrower than its longest word where that can be. */
const byWeight = (sheet: Sheet, wishes: readonly Wish[]): Widths => {
  const least = sum(wishes.map((wish) => wish.least));
  if (least >= sheet.width)
    return wishes.map((wish) => ({ index: wish.index, width: (wish.least / least) * sheet.width }));
  const plain = wishes.filter(({ weight }) => weight === undefined);
  const weighted = wishes.filter(({ weight }) => weight !== undefined);
  const spare = sheet.width - least;
  const wanted = sum(plain.map((wish) => Math.max(0, wish.natural - wish.least)));
  const given = wanted === 0 ? 0 : Math.min(1, (spare * 0.6) / wanted);
  const grown = new Map(
    plain.map((wish) => [wish.index, wish.least + Math.max(0, wish.natural - wish.least) * given] as const),
  );
  for (const [index, width] of shareOut(weighted, sheet.width - sum([...grown.values()]))) grown.set(index, width);
  return wishes.map(({ index, least: narrowest }) => ({ index, width: grown.get(index) ?? narrowest }));
};

/** By weight; a column that would be too narrow gets its least and the others share the rest. */
const shareOut = (weighted: readonly Wish[], room: number): ReadonlyMap<number, number> => {
  const total = sum(weighted.map(({ weight = 1 }) => weight));
  const tooNarrow = weighted.filter(({ weight = 1, least }) => (weight / total) * room < least);
  if (tooNarrow.length === 0 || tooNarrow.length === weighted.length)
    return new Map(weighted.map(({ index, weight = 1 }) => [index, (weight / total) * room]));
  const fixed = tooNarrow.map(({ index, least }) => [index, least] as const);
  const rest = weighted.filter((wish) => !tooNarrow.includes(wish));
  return new Map([...fixed, ...shareOut(rest, room - sum(fixed.map(([, width]) => width)))]);
};

const place = (sheet: Sheet, { columns }: TableBlock, widths: Widths): readonly Column[] => {
  let x = sheet.left;
  return widths.map(({ index, width }) => {
    const column = { index, x, width, align: columns[index]?.align ?? 'left', indent: indentOf(columns, index) };
    x += width;
    return column;
  });
};
