import type { TableBlock, TableRow } from '../domain';
import { STYLES, type TextStyle } from './paper';
import { heightOfBody, type Sheet } from './sheet';
import { CELL_PADDING, partsOf, type Column } from './table-columns';
import { fewLinesOf, linesOf } from './typeset';

/** A head of more lines is cut, since it is repeated on each page; what was cut stands below the table. */
const MOST_HEAD_LINES = 8;

export interface LaidOutRow {
  /** Lines of each cell, in the order of the part's columns. */
  readonly cells: readonly (readonly string[])[];
  readonly style: TextStyle;
  readonly height: number;
  readonly total: boolean;
}

/** The table, or a part of one that is too wide. */
export interface TablePart {
  readonly columns: readonly Column[];
  readonly head: LaidOutRow;
  readonly body: readonly LaidOutRow[];
  /** Labels of columns that did not fit their head. */
  readonly cutLabels: readonly string[];
}

const known = new WeakMap<TableBlock, { readonly width: number; readonly parts: readonly TablePart[] }>();

/** Asked for its height and then drawn: laid out once. */
export const layOutTable = (sheet: Sheet, table: TableBlock): readonly TablePart[] => {
  const before = known.get(table);
  if (before?.width === sheet.width) return before.parts;
  const parts = partsOf(sheet, table).map((columns) => layOutPart(sheet, table, columns));
  known.set(table, { width: sheet.width, parts });
  return parts;
};

const layOutPart = (sheet: Sheet, table: TableBlock, columns: readonly Column[]): TablePart => {
  const labels = columns.map(({ index }) => table.columns[index]?.label ?? '');
  const head = columns.map((column, at) =>
    fewLinesOf(sheet, labels[at] ?? '', STYLES.tableHead, { width: innerWidth(column), most: mostHeadLines(sheet) }),
  );
  return {
    columns,
    head: rowOf(head, STYLES.tableHead, false),
    body: table.rows.map((row) => layOutRow(sheet, row, columns)),
    cutLabels: labels.filter((_, at) => head[at]?.at(-1)?.endsWith('…') === true),
  };
};

const mostHeadLines = (sheet: Sheet): number =>
  Math.max(2, Math.min(MOST_HEAD_LINES, Math.floor((heightOfBody(sheet) * 0.3) / STYLES.tableHead.leading)));

export const innerWidth = ({ width, indent }: Column): number => width - 2 * CELL_PADDING.x - indent;

const layOutRow = (sheet: Sheet, row: TableRow, columns: readonly Column[]): LaidOutRow => {
  const style = row.total ? STYLES.tableTotal : STYLES.tableCell;
  const cells = columns.map((column) => linesOf(sheet, row.cells[column.index] ?? '', style, innerWidth(column)));
  return rowOf(cells, style, row.total === true);
};

const rowOf = (cells: LaidOutRow['cells'], style: TextStyle, total: boolean): LaidOutRow => {
  const lines = cells.reduce((most, cell) => Math.max(most, cell.length), 1);
  return { cells, style, height: lines * style.leading + 2 * CELL_PADDING.y, total };
};
