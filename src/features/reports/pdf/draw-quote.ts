import type { Block } from '../domain';
import { drawSpans, heightOfSpans } from './draw-spans';
import { ensureRoom } from './pages';
import { BRAND, BRAND_SOFT, MEASURE, STYLES } from './paper';
import { spansOf } from './rich-lines';
import { drawArtifact, heightOfBody, tagAround, type Sheet } from './sheet';

type Quote = Extract<Block, { kind: 'quote' }>;
type Callout = Extract<Block, { kind: 'callout' }>;

const INDENT = 14;
const PADDING = 9;
const AFTER = 11;
/** Shorter ones are not torn over two pages. */
const KEPT_WHOLE = 0.4;

/** What someone said, beside a bar, and who said it below. */
export const drawQuote = (sheet: Sheet, { text, source }: Quote): void => {
  const width = Math.min(MEASURE, sheet.width) - INDENT;
  const words = [{ text, style: STYLES.quote }];
  keepWhole(sheet, heightOfSpans(sheet, words, width, STYLES.quote.leading) + 2 * STYLES.note.leading);
  tagAround(sheet, 'BlockQuote', (inside) => {
    const x = sheet.left + INDENT;
    const ground = (top: number, height: number): void => {
      drawArtifact(sheet, () => sheet.doc.rect(sheet.left, top + 1, 2, height - 2).fill(BRAND));
    };
    drawSpans(inside, 'P', words, { x, width, leading: STYLES.quote.leading, ground });
    inside.y += 2;
    const said = [{ text: source, style: STYLES.note }];
    drawSpans(inside, 'P', said, { x, width, leading: STYLES.note.leading });
  });
  sheet.y += AFTER;
};

/** What must not be overlooked, on a soft ground. */
export const drawCallout = (sheet: Sheet, { runs }: Callout): void => {
  const { leading } = STYLES.callout;
  const width = sheet.width - 2 * INDENT;
  const spans = spansOf(runs, STYLES.callout);
  keepWhole(sheet, heightOfSpans(sheet, spans, width, leading) + 2 * PADDING);
  const ground = (top: number, height: number): void => {
    drawArtifact(sheet, () => {
      sheet.doc.rect(sheet.left, top, sheet.width, height).fill(BRAND_SOFT);
      sheet.doc.rect(sheet.left, top, 3, height).fill(BRAND);
    });
  };
  drawSpans(sheet, 'P', spans, { x: sheet.left + INDENT, width, leading, padding: PADDING, ground });
  sheet.y += AFTER;
};

const keepWhole = (sheet: Sheet, height: number): void => {
  if (height <= heightOfBody(sheet) * KEPT_WHOLE) ensureRoom(sheet, height);
};
