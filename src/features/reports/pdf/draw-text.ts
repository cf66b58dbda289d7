import type { Block } from '../domain';
import { LOWEST_Y, MEASURE, STYLES } from './paper';
import { ensureRoom, startPage, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

type Paragraph = Extract<Block, { kind: 'lead' | 'text' | 'note' }>;

const AFTER = { lead: 14, text: 7, note: 5 } as const;
const FEWEST_LINES = 2;

/** A paragraph; a long one goes on at the top of the next page under the same tag. */
export const drawText = (sheet: Sheet, { kind, text }: Paragraph): void => {
  const style = STYLES[kind];
  const width = kind === 'text' ? Math.min(MEASURE, sheet.width) : sheet.width;
  const lines = linesOf(sheet, text, style, width);
  ensureRoom(sheet, Math.min(lines.length, FEWEST_LINES) * style.leading);
  tag(sheet, 'P', () => {
    for (const line of lines) {
      if (sheet.y + style.leading > LOWEST_Y) startPage(sheet);
      sheet.y = setLines(sheet, [line], style, { x: sheet.left, y: sheet.y, width });
    }
  });
  sheet.y += AFTER[kind];
};
