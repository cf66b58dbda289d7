import type { NumberedFindings } from '../domain';
import { LINE, STYLES } from './paper';
import { ensureRoom } from './pages';
import { drawRule, tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

const INDENT = 26;
const PADDING = 10;

/** Findings as a numbered list with hairlines; a finding is never torn over two pages. */
export const drawNumberedFindings = (sheet: Sheet, { items }: NumberedFindings): void => {
  tagAround(sheet, 'L', (inside) => {
    inside.root.dictionary.data['A'] = { O: 'List', ListNumbering: 'Decimal' };
    items.forEach((item, index) => {
      drawFinding(inside, item, `${index + 1}`);
    });
  });
  sheet.y += 4;
};

const drawFinding = (sheet: Sheet, { title, text }: NumberedFindings['items'][number], number: string): void => {
  const width = sheet.width - INDENT;
  const titleLines = linesOf(sheet, title, STYLES.findingTitle, width);
  const textLines = linesOf(sheet, text, STYLES.findingText, width);
  const height =
    titleLines.length * STYLES.findingTitle.leading + textLines.length * STYLES.findingText.leading + 2 * PADDING;
  ensureRoom(sheet, height);
  drawRule(sheet, { x: sheet.left, y: sheet.y, width: sheet.width, weight: 0.5, colour: LINE });
  const top = sheet.y + PADDING;
  tagAround(sheet, 'LI', (item) => {
    tag(item, 'Lbl', () => {
      setLines(item, [number], STYLES.findingNumber, { x: sheet.left, y: top - 1, width: INDENT });
    });
    tag(item, 'LBody', () => {
      const below = setLines(item, titleLines, STYLES.findingTitle, { x: sheet.left + INDENT, y: top, width });
      setLines(item, textLines, STYLES.findingText, { x: sheet.left + INDENT, y: below, width });
    });
  });
  sheet.y += height;
};
