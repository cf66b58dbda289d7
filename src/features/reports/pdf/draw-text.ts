import type { Block } from '../domain';
import { drawSpans } from './draw-spans';
import { MEASURE, STYLES } from './paper';
import { spansOf } from './rich-lines';
import type { Sheet } from './sheet';

type PlainText = Extract<Block, { kind: 'lead' | 'text' | 'note' }>;
type Paragraph = Extract<Block, { kind: 'paragraph' }>;

const AFTER = { lead: 14, text: 7, note: 5 } as const;

/** A paragraph of one look; a long one goes on at the top of the next page under the same tag. */
export const drawText = (sheet: Sheet, { kind, text }: PlainText): void => {
  const style = STYLES[kind];
  const width = kind === 'text' ? Math.min(MEASURE, sheet.width) : sheet.width;
  drawSpans(sheet, 'P', [{ text, style }], { width, leading: style.leading });
  sheet.y += AFTER[kind];
};

/** A paragraph with bold, italic, links and footnotes. */
export const drawParagraph = (sheet: Sheet, { runs }: Paragraph): void => {
  const { leading } = STYLES.text;
  drawSpans(sheet, 'P', spansOf(runs, STYLES.text), { width: Math.min(MEASURE, sheet.width), leading });
  sheet.y += AFTER.text;
};
