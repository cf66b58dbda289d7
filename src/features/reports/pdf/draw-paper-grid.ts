import type { PaperAnswer, PaperColumn, PaperRow } from '../domain';
import { INK, LINE, STYLES, type TextStyle } from './paper';
import { ensureRoom } from './pages';
import { drawArtifact, drawRule, tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines, widthOf } from './typeset';

type Grid = Extract<PaperAnswer, { kind: 'grid' }>;

const RADIUS = 7;
const ROW_PADDING = 5;
/** Row codes stand in the margin that the question leaves free. */
const CODE = 46;
const NARROWEST = 26;
const LEAST_FOR_STATEMENTS = 120;

interface Layout {
  readonly statements: number;
  /** Left edge and width of each column of the scale. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
}

/** Columns are as wide as their longest word, as long as statements keep enough room. */
const layOut = (sheet: Sheet, { columns }: Grid): Layout => {
  const needed = columns.map(({ label }) =>
    Math.max(NARROWEST, ...label.split(' ').map((word) => widthOf(sheet, word, STYLES.columnHead) + 6)),
  );
  const sum = needed.reduce((total, width) => total + width, 0);
  const room = sheet.width - LEAST_FOR_STATEMENTS;
  const widths = needed.map((width) => width * Math.min(1, room / sum));
  const statements = sheet.width - widths.reduce((total, width) => total + width, 0);
  const edges = widths.map((_, index) => widths.slice(0, index).reduce((total, width) => total + width, 0));
  return {
    statements,
    columns: widths.map((width, index) => ({ x: sheet.left + statements + (edges[index] ?? 0), width })),
  };
};

const headLines = (sheet: Sheet, { label }: PaperColumn, width: number) =>
  linesOf(sheet, label, STYLES.columnHead, width - 2);

const heightOfHead = (sheet: Sheet, grid: Grid, { columns }: Layout): number =>
  Math.max(...grid.columns.map((column, index) => headLines(sheet, column, columns[index]?.width ?? 0).length)) *
    STYLES.columnHead.leading +
  6;

const rowLines = (sheet: Sheet, { text }: PaperRow, { statements }: Layout) =>
  linesOf(sheet, text, STYLES.choice, statements - 6);

const heightOfRow = (lines: readonly string[]): number =>
  Math.max(lines.length * STYLES.choice.leading, 2 * RADIUS) + 2 * ROW_PADDING;

export const heightOfGrid = (sheet: Sheet, grid: Grid): number => {
  const layout = layOut(sheet, grid);
  return (
    heightOfHead(sheet, grid, layout) +
    grid.rows.reduce((sum, row) => sum + heightOfRow(rowLines(sheet, row, layout)), 0)
  );
};

/** Statements and a circle with its code for each point of the scale. */
export const drawPaperGrid = (sheet: Sheet, grid: Grid): void => {
  const layout = layOut(sheet, grid);
  tagAround(sheet, 'Table', (table) => {
    tagAround(table, 'THead', (head) => {
      drawHead(head, grid, layout);
    });
    tagAround(table, 'TBody', (body) => {
      for (const row of grid.rows) drawRow(body, grid, row, layout);
    });
  });
};

const drawHead = (sheet: Sheet, grid: Grid, layout: Layout): void => {
  const height = heightOfHead(sheet, grid, layout);
  tagAround(sheet, 'TR', (inside) => {
    tag(inside, 'TH', () => undefined, { scope: 'Column' });
    grid.columns.forEach((column, index) => {
      tag(
        inside,
        'TH',
        () => {
          const place = layout.columns[index];
          if (place) setCentred(inside, headLines(sheet, column, place.width), STYLES.columnHead, place);
        },
        { scope: 'Column' },
      );
    });
  });
  sheet.y += height;
  drawRule(sheet, { x: sheet.left, y: sheet.y - 2, width: sheet.width, weight: 0.8, colour: INK });
};

const setCentred = (
  sheet: Sheet,
  lines: readonly string[],
  style: TextStyle,
  { x, width }: Layout['columns'][number],
): void => {
  lines.forEach((line, at) => {
    const centred = x + (width - widthOf(sheet, line, style)) / 2;
    setLines(sheet, [line], style, { x: centred, y: sheet.y + at * style.leading, width });
  });
};

const drawRow = (sheet: Sheet, grid: Grid, row: PaperRow, layout: Layout): void => {
  const lines = rowLines(sheet, row, layout);
  const height = heightOfRow(lines);
  ensureRoom(sheet, height);
  const top = sheet.y;
  drawCircles(sheet, layout, top + height / 2);
  tagAround(sheet, 'TR', (inside) => {
    tag(
      inside,
      'TH',
      () => {
        setLines(inside, [row.code], STYLES.choiceCode, { x: sheet.left - CODE, y: top + ROW_PADDING, width: CODE });
        setLines(inside, lines, STYLES.choice, {
          x: sheet.left,
          y: top + ROW_PADDING,
          width: layout.statements,
        });
      },
      { scope: 'Row' },
    );
    inside.y = top + height / 2 - STYLES.markCode.leading / 2;
    grid.columns.forEach(({ code }, index) => {
      tag(inside, 'TD', () => {
        const place = layout.columns[index];
        if (place) setCentred(inside, [code], STYLES.markCode, place);
      });
    });
  });
  sheet.y = top + height;
  drawRule(sheet, { x: sheet.left, y: sheet.y, width: sheet.width, weight: 0.5, colour: LINE });
};

const drawCircles = (sheet: Sheet, { columns }: Layout, middle: number): void => {
  drawArtifact(sheet, () => {
    for (const { x, width } of columns)
      sheet.doc
        .circle(x + width / 2, middle, RADIUS)
        .lineWidth(0.7)
        .stroke(INK);
  });
};
