import type { Block } from '../domain';
import { BRAND, STYLES } from './paper';
import { drawRule, ensureRoom, skip, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

type Heading = Extract<Block, { kind: 'heading' }>;

const SPACE = { 1: { before: 34, after: 12 }, 2: { before: 16, after: 8 }, 3: { before: 12, after: 6 } } as const;
/** A heading stays with at least so much of what it announces. */
const KEPT_WITH = 90;

export const drawHeading = (sheet: Sheet, { level, text }: Heading): void => {
  const style = STYLES[`h${level}`];
  const lines = linesOf(sheet, text, style, sheet.width);
  ensureRoom(sheet, lines.length * style.leading + KEPT_WITH);
  skip(sheet, SPACE[level].before);
  if (level === 1) drawRule(sheet, { x: sheet.left, y: sheet.y - 14, width: 36, weight: 3, colour: BRAND });
  sheet.doc.outline.addItem(text);
  tag(sheet, `H${level}`, () => {
    sheet.y = setLines(sheet, lines, style, { x: sheet.left, y: sheet.y, width: sheet.width });
  });
  sheet.y += SPACE[level].after;
};
