import type { NumberedFindings } from '../domain';
import { LINE, STYLES } from './paper';
import { drawSpans, heightOfSpans } from './draw-spans';
import { ensureRoom } from './pages';
import { drawRule, heightOfBody, tag, tagAround, type Sheet } from './sheet';
import { setLines } from './typeset';

const INDENT = 26;
const PADDING = 10;
/** A longer finding goes on over pages. */
const KEPT_WHOLE = 0.6;

/** Findings as a numbered list with hairlines; a finding of usual length is never torn over two pages. */
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
  const { findingTitle, findingText } = STYLES;
  const spans = { title: [{ text: title, style: findingTitle }], text: [{ text, style: findingText }] };
  const height =
    heightOfSpans(sheet, spans.title, width, findingTitle.leading) +
    heightOfSpans(sheet, spans.text, width, findingText.leading) +
    2 * PADDING;
  ensureRoom(sheet, Math.min(height, heightOfBody(sheet) * KEPT_WHOLE));
  drawRule(sheet, { x: sheet.left, y: sheet.y, width: sheet.width, weight: 0.5, colour: LINE });
  sheet.y += PADDING;
  tagAround(sheet, 'LI', (item) => {
    tag(item, 'Lbl', () => {
      setLines(item, [number], STYLES.findingNumber, { x: sheet.left, y: item.y - 1, width: INDENT });
    });
    tagAround(item, 'LBody', (body) => {
      const place = { x: sheet.left + INDENT, width };
      drawSpans(body, 'P', spans.title, { ...place, leading: findingTitle.leading });
      drawSpans(body, 'P', spans.text, { ...place, leading: findingText.leading });
    });
  });
  sheet.y += PADDING;
};
