import type { TableBlock, TableRow } from '../domain';
import { STYLES, type TextStyle } from './paper';
import type { Sheet } from './sheet';
import { linesOf, widthOf } from './typeset';

export const CELL_PADDING = { x: 6, y: 3.8 } as const;
const NARROWEST = 46;

export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

export interface LaidOutRow {
  readonly cells: readonly (readonly string[])[];
  readonly style: TextStyle;
  readonly height: number;
  readonly total: boolean;
}

/** Number columns are as wide as they need; the naming column takes what is left. */
export const layOutColumns = (sheet: Sheet, { columns, rows }: TableBlock): readonly Column[] => {
  const needed = columns.map(({ label }, index) => {
    const longestWord = Math.max(...label.split(' ').map((word) => widthOf(sheet, word, STYLES.tableHead)));
    const widestCell = Math.max(0, ...rows.map(({ cells }) => widthOf(sheet, cells[index] ?? '', STYLES.tableTotal)));
    return Math.max(NARROWEST, longestWord, widestCell) + 2 * CELL_PADDING.x;
  });
  const others = needed.slice(1).reduce((sum, width) => sum + width, 0);
  const widths = [sheet.width - others, ...needed.slice(1)];
  return columns.map(({ align }, index) => ({
    x: sheet.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
    width: widths[index] ?? 0,
    align,
  }));
};

export const layOutRow = (sheet: Sheet, row: TableRow, columns: readonly Column[], style: TextStyle): LaidOutRow => {
  const cells = columns.map(({ width }, index) =>
    linesOf(sheet, row.cells[index] ?? '', style, width - 2 * CELL_PADDING.x),
  );
  const lines = Math.max(...cells.map((cell) => cell.length));
  return { cells, style, height: lines * style.leading + 2 * CELL_PADDING.y, total: row.total === true };
};
