import type { TableBlock } from '../domain';
import { BRAND, INK, LINE, LOWEST_Y, STYLES, SUNKEN } from './paper';
import { drawArtifact, drawRule, ensureRoom, startPage, tag, tagAround, type Sheet } from './sheet';
import { CELL_PADDING, layOutColumns, layOutRow, type Column, type LaidOutRow } from './table-layout';
import { linesOf, setLines } from './typeset';

const KEPT_ROWS = 6;
const AFTER = 12;

interface Grid {
  readonly columns: readonly Column[];
  readonly head: LaidOutRow;
  readonly body: readonly LaidOutRow[];
}

/** A table with one head, repeated as an artifact where it goes on; caption, head and first rows stay together. */
export const drawTable = (sheet: Sheet, table: TableBlock): void => {
  const grid = layOut(sheet, table);
  const caption = table.caption === undefined ? [] : linesOf(sheet, table.caption, STYLES.caption, sheet.width);
  const note = table.note === undefined ? [] : linesOf(sheet, table.note, STYLES.note, sheet.width);
  const firstRows = grid.body.slice(0, KEPT_ROWS).reduce((sum, { height }) => sum + height, 0);
  ensureRoom(
    sheet,
    caption.length * STYLES.caption.leading + 5 + grid.head.height + firstRows + note.length * STYLES.note.leading,
  );
  tagAround(sheet, 'Table', (inside) => {
    if (caption.length > 0) drawCaption(inside, caption);
    drawHead(inside, grid);
    drawBody(inside, grid);
  });
  if (note.length > 0)
    tag(sheet, 'P', () => {
      sheet.y = setLines(sheet, note, STYLES.note, { x: sheet.left, y: sheet.y + 5, width: sheet.width });
    });
  sheet.y += AFTER;
};

const drawCaption = (sheet: Sheet, lines: readonly string[]): void => {
  tag(sheet, 'Caption', () => {
    sheet.y = setLines(sheet, lines, STYLES.caption, { x: sheet.left, y: sheet.y, width: sheet.width }) + 5;
  });
};

const layOut = (sheet: Sheet, table: TableBlock): Grid => {
  const columns = layOutColumns(sheet, table);
  const head = layOutRow(sheet, { cells: table.columns.map(({ label }) => label) }, columns, STYLES.tableHead);
  const body = table.rows.map((row) =>
    layOutRow(sheet, row, columns, row.total ? STYLES.tableTotal : STYLES.tableCell),
  );
  return { columns, head, body };
};

const drawHead = (sheet: Sheet, { columns, head }: Grid): void => {
  drawHeadGround(sheet, head);
  tagAround(sheet, 'THead', (section) => {
    drawRow(section, columns, head, () => ({ type: 'TH', scope: 'Column' }));
  });
};

const drawBody = (sheet: Sheet, grid: Grid): void => {
  tagAround(sheet, 'TBody', (section) => {
    for (const row of grid.body) {
      if (section.y + row.height > LOWEST_Y) continueOnNextPage(section, grid);
      if (row.total) drawRule(section, { x: sheet.left, y: section.y, width: sheet.width, weight: 0.9, colour: INK });
      drawRow(section, grid.columns, row, (column) => (column === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }));
      drawRule(section, { x: sheet.left, y: section.y, width: sheet.width, weight: 0.5, colour: LINE });
    }
    drawRule(section, { x: sheet.left, y: section.y, width: sheet.width, weight: 0.9, colour: INK });
  });
};

const continueOnNextPage = (sheet: Sheet, { columns, head }: Grid): void => {
  startPage(sheet);
  drawHeadGround(sheet, head);
  drawArtifact(sheet, () => {
    columns.forEach((column, index) => {
      setCell(sheet, column, head, index);
    });
  });
  sheet.y += head.height;
};

const drawHeadGround = (sheet: Sheet, { height }: LaidOutRow): void => {
  drawArtifact(sheet, () => {
    sheet.doc.rect(sheet.left, sheet.y, sheet.width, height).fill(SUNKEN);
    sheet.doc.rect(sheet.left, sheet.y + height - 1, sheet.width, 1).fill(BRAND);
  });
};

type CellTag = (column: number) => { readonly type: 'TH'; readonly scope: 'Row' | 'Column' } | { readonly type: 'TD' };

const drawRow = (sheet: Sheet, columns: readonly Column[], row: LaidOutRow, tagOf: CellTag): void => {
  tagAround(sheet, 'TR', (inside) => {
    columns.forEach((column, index) => {
      const { type, ...options } = tagOf(index);
      tag(
        inside,
        type,
        () => {
          setCell(inside, column, row, index);
        },
        options,
      );
    });
  });
  sheet.y += row.height;
};

const setCell = (sheet: Sheet, { x, width, align }: Column, { cells, style }: LaidOutRow, index: number): void => {
  setLines(sheet, cells[index] ?? [], style, {
    x: x + CELL_PADDING.x,
    y: sheet.y + CELL_PADDING.y,
    width: width - 2 * CELL_PADDING.x,
    align,
  });
};
