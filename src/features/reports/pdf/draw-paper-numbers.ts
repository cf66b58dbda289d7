import type { PaperAnswer, PaperRow } from '../domain';
import { INK_3, STYLES } from './paper';
import { ensureRoom } from './pages';
import { drawArtifact, tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

type Numbers = Extract<PaperAnswer, { kind: 'numbers' }>;

const CODE = 42;
const BOX = { width: 46, height: 18 } as const;
const UNIT = 60;
const ROW_GAP = 6;

const linesOfRow = (sheet: Sheet, { text }: PaperRow) =>
  linesOf(sheet, text, STYLES.choice, sheet.width - CODE - BOX.width - UNIT);

const heightOfRow = (lines: readonly string[]): number =>
  Math.max(BOX.height, lines.length * STYLES.choice.leading) + ROW_GAP;

export const heightOfNumbers = (sheet: Sheet, { rows }: Numbers): number =>
  rows.reduce((sum, row) => sum + heightOfRow(linesOfRow(sheet, row)), 0) + STYLES.choice.leading;

/** Rows with a box for a number each, and what they add up to. */
export const drawPaperNumbers = (sheet: Sheet, { rows, unit, closing }: Numbers): void => {
  tagAround(sheet, 'L', (list) => {
    for (const row of rows) drawRow(list, row, unit);
  });
  tag(sheet, 'P', () => {
    sheet.y = setLines(sheet, [closing], STYLES.choice, { x: sheet.left + CODE, y: sheet.y, width: sheet.width });
  });
};

const drawRow = (list: Sheet, row: PaperRow, unit: string): void => {
  const lines = linesOfRow(list, row);
  ensureRoom(list, heightOfRow(lines));
  const top = list.y;
  const boxX = list.left + list.width - UNIT - BOX.width;
  drawArtifact(list, () => {
    list.doc.rect(boxX, top, BOX.width, BOX.height).lineWidth(0.6).stroke(INK_3);
  });
  tagAround(list, 'LI', (item) => {
    tag(item, 'LBody', () => {
      setLines(item, [row.code], STYLES.choiceCode, { x: list.left, y: top + 2, width: CODE });
      setLines(item, lines, STYLES.choice, { x: list.left + CODE, y: top + 2, width: list.width });
      setLines(item, [unit], STYLES.choice, { x: boxX + BOX.width + 6, y: top + 2, width: UNIT });
    });
  });
  list.y = top + heightOfRow(lines);
};
