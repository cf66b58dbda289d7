import type { Mark } from '../domain/figures';
import type { DisclosedBlock, TableColumn } from '../domain/tables';
import type { GivenWords } from './given-words';

/** A column that a chart draws, with its place in the table. */
export interface DrawnColumn {
  readonly at: number;
  readonly column: TableColumn;
}

export interface DrawnColumns {
  readonly columns: readonly DrawnColumn[];
  /** Groups of the table that are only in the table. */
  readonly leftOut: boolean;
}

/** More lanes than this in a row would be a carpet. */
const MOST_LANES = 5;

const LOOKS: readonly { readonly colour: string; readonly mark: Exclude<Mark, 'square' | 'outline'> }[] = [
  { colour: '--s1', mark: 'circle' },
  { colour: '--s2', mark: 'rect' },
  { colour: '--s3', mark: 'triangle' },
  { colour: '--s5', mark: 'rectRot' },
  { colour: '--s4', mark: 'circle' },
];

export const lookOf = (place: number) => LOOKS[place] ?? { colour: '--s1', mark: 'circle' as const };

type Shown = (block: DisclosedBlock, at: number) => boolean;

/** The groups of the first banner that have numbers, as lanes; otherwise everyone together. */
export const lanesOf = (blocks: readonly DisclosedBlock[], isShown: Shown, words: GivenWords): DrawnColumns => {
  const all = words.given.table.columns.map((column, at) => ({ at, column }));
  const hasNumbers = ({ at }: DrawnColumn): boolean => blocks.some((block) => isShown(block, at));
  const banner = firstBanner(words);
  const groups = all.filter(({ column }) => banner !== null && column.variable === banner).filter(hasNumbers);
  if (groups.length > 0 && groups.length <= MOST_LANES)
    return {
      columns: groups,
      leftOut: all.some(({ column: { variable } }) => variable !== null && variable !== banner),
    };
  return { columns: all.slice(0, 1).filter(hasNumbers), leftOut: all.length > 1 };
};

const firstBanner = ({ given: { table } }: GivenWords): string | null =>
  table.columns.find(({ variable }) => variable !== null)?.variable ?? null;

/** Room that a page leaves for the rows of a chart, in CSS pixels, and how labels are wrapped beside them. */
const ROOM = 800;
const LABEL_WIDTH = 208;
const CHARACTER_WIDTH = 7.1;
const LINE_HEIGHT = 17;
const ROW_PADDING = 16;

/** The first rows that stand on one page. */
export const fitting = <Row>(
  rows: readonly Row[],
  labelOf: (row: Row) => string,
  marksHeight: number,
): readonly Row[] => {
  let height = 0;
  const end = rows.findIndex((row) => {
    const lines = Math.ceil((labelOf(row).length * CHARACTER_WIDTH) / LABEL_WIDTH) + 1;
    height += Math.max(marksHeight, lines * LINE_HEIGHT) + ROW_PADDING;
    return height > ROOM;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
};
