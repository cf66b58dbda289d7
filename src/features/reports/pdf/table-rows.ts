import { drawArtifact, heightOfBody, lowestOf, tagAround, type Sheet } from './sheet';
import { BRAND, SUNKEN } from './paper';
import { CELL_PADDING, type Column } from './table-columns';
import { innerWidth, type LaidOutRow, type TablePart } from './table-layout';
import { setLines } from './typeset';

/** The head's ground and rule; a page break calls it for the repeated head, too. */
export const drawHeadGround = (sheet: Sheet, { height }: LaidOutRow): void => {
  drawArtifact(sheet, () => {
    sheet.doc.rect(sheet.left, sheet.y, sheet.width, height).fill(SUNKEN);
    sheet.doc.rect(sheet.left, sheet.y + height - 1, sheet.width, 1).fill(BRAND);
  });
};

/** The head once more, on the next page: seen, and passed over by screen readers, who heard it already. */
export const repeatHead = (sheet: Sheet, { columns, head }: TablePart): void => {
  drawHeadGround(sheet, head);
  drawArtifact(sheet, () => {
    columns.forEach((column, at) => {
      setCell(sheet, column, head.cells[at] ?? [], head);
    });
  });
  sheet.y += head.height;
};

type CellTag = (column: number) => { readonly type: 'TH'; readonly scope: 'Row' | 'Column' } | { readonly type: 'TD' };

interface RowToDraw {
  readonly columns: readonly Column[];
  readonly row: LaidOutRow;
  readonly tagOf: CellTag;
  /** Begins the next page and repeats the head there. */
  readonly goOn: () => void;
}

/** A row under one tag. One that is taller than a page goes on over pages, each cell under its own tag. */
export const drawRow = (sheet: Sheet, { columns, row, tagOf, goOn }: RowToDraw): void => {
  tagAround(sheet, 'TR', (inside) => {
    const cells = columns.map((_, at) => {
      const { type, ...options } = tagOf(at);
      const element = inside.doc.struct(type, options);
      inside.root.add(element);
      return element;
    });
    for (let from = 0; from < linesOfRow(row);) {
      const count = Math.min(linesOfRow(row) - from, linesThatFit(sheet, row));
      columns.forEach((column, at) => {
        const lines = (row.cells[at] ?? []).slice(from, from + count);
        if (lines.length > 0 || from === 0)
          cells[at]?.add(() => {
            setCell(sheet, column, lines, row);
          });
      });
      sheet.y += count * row.style.leading + 2 * CELL_PADDING.y;
      from += count;
      if (from < linesOfRow(row)) goOn();
    }
    for (const cell of cells) cell.end();
    inside.y = sheet.y;
  });
};

const linesOfRow = ({ cells }: LaidOutRow): number => cells.reduce((most, cell) => Math.max(most, cell.length), 1);

const linesThatFit = (sheet: Sheet, { style }: LaidOutRow): number =>
  Math.max(1, Math.floor((lowestOf(sheet) - sheet.y - 2 * CELL_PADDING.y + 0.01) / style.leading));

/** Whether a row can stand on one page below the head. */
export const isTallerThanPage = (sheet: Sheet, row: LaidOutRow, head: LaidOutRow): boolean =>
  row.height > heightOfBody(sheet) * 0.8 - head.height;

const setCell = (sheet: Sheet, column: Column, lines: readonly string[], { style }: LaidOutRow): void => {
  setLines(sheet, lines, style, {
    x: column.x + CELL_PADDING.x + column.indent,
    y: sheet.y + CELL_PADDING.y,
    width: innerWidth(column),
    align: column.align,
  });
};
