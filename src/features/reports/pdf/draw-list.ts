import type { Block } from '../domain';
import { drawRichLines } from './draw-rich-lines';
import { isBlank, numberedLinesOf } from './draw-spans';
import { roomForFootnotes } from './footnotes';
import { ensureRoom } from './pages';
import { MEASURE, STYLES } from './paper';
import { spansOf } from './rich-lines';
import { tag, tagAround, type Sheet } from './sheet';
import { setLines } from './typeset';

type List = Extract<Block, { kind: 'list' }>;

const INDENT = 18;
const BETWEEN = 3;
const AFTER = 5;
const { leading } = STYLES.text;

/** A list with numbers or dots; an item goes on over pages, its label stays with its first line. */
export const drawList = (sheet: Sheet, { ordered, items }: List): void => {
  const said = items.filter((item) => !isBlank(item));
  if (said.length === 0) return;
  tagAround(sheet, 'L', (list) => {
    list.root.dictionary.data['A'] = { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' };
    said.forEach((item, index) => {
      drawItem(list, item, ordered ? `${index + 1}.` : '•');
    });
  });
  sheet.y += AFTER;
};

const drawItem = (sheet: Sheet, item: List['items'][number], label: string): void => {
  const indent = Math.max(INDENT, label.length * 6);
  const x = sheet.left + indent;
  const lines = numberedLinesOf(sheet, spansOf(item, STYLES.text), Math.min(MEASURE, sheet.width) - indent);
  const footnotes = (lines[0]?.footnotes ?? []).map(({ text }) => text);
  ensureRoom(sheet, Math.min(lines.length, 2) * leading + roomForFootnotes(sheet, footnotes));
  tagAround(sheet, 'LI', (inside) => {
    tag(inside, 'Lbl', () => {
      setLines(inside, [label], STYLES.text, { x: sheet.left, y: inside.y, width: indent });
    });
    tagAround(inside, 'LBody', (body) => {
      drawRichLines(body, lines, { x, leading });
    });
  });
  sheet.y += BETWEEN;
};
