import type { Facts } from '../domain';
import { drawRichLines } from './draw-rich-lines';
import { isBlank, numberedLinesOf } from './draw-spans';
import { ensureRoom } from './pages';
import { STYLES } from './paper';
import { tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

const NAME_SHARE = 0.24;
const GUTTER = 12;
const BETWEEN = 3;
const AFTER = 8;
const { leading } = STYLES.text;

/** Names at the left, what they are at the right; a long one goes on over pages. */
export const drawFacts = (sheet: Sheet, { items }: Facts): void => {
  const said = items.filter(({ text }) => text.trim() !== '');
  if (said.length === 0) return;
  tagAround(sheet, 'L', (list) => {
    list.root.dictionary.data['A'] = { O: 'List', ListNumbering: 'None' };
    for (const item of said) drawFact(list, item);
  });
  sheet.y += AFTER;
};

const drawFact = (sheet: Sheet, { name, text, note = '' }: Facts['items'][number]): void => {
  const width = sheet.width * NAME_SHARE;
  const x = sheet.left + width + GUTTER;
  const style = { ...STYLES.keyLabel, leading };
  const names = linesOf(sheet, name, style, width);
  const spans = [
    { text, style: STYLES.text },
    { text: note === '' ? '' : `, ${note}`, style: { ...STYLES.text, colour: STYLES.note.colour } },
  ].filter((span) => !isBlank([span]));
  const lines = numberedLinesOf(sheet, spans, sheet.width - width - GUTTER);
  ensureRoom(sheet, Math.max(names.length, Math.min(lines.length, 2)) * leading);
  const lowest = sheet.y + names.length * leading;
  const page = sheet.doc.bufferedPageRange().count;
  tagAround(sheet, 'LI', (inside) => {
    tag(inside, 'Lbl', () => {
      setLines(inside, names, style, { x: sheet.left, y: inside.y, width });
    });
    tagAround(inside, 'LBody', (body) => {
      drawRichLines(body, lines, { x, leading });
    });
  });
  if (sheet.doc.bufferedPageRange().count === page) sheet.y = Math.max(sheet.y, lowest);
  sheet.y += BETWEEN;
};
