import type { TableBlock } from '../domain';
import { captionSpans } from './captions';
import { drawSpans, heightOfSpans, isBlank } from './draw-spans';
import { ensureRoom, startPage } from './pages';
import { INK, LINE, STYLES } from './paper';
import { paperWords } from './paper-words';
import type { Span } from './rich-lines';
import { drawArtifact, drawRule, fits, heightOfBody, skip, tagAround, type Sheet } from './sheet';
import { layOutTable, type TablePart } from './table-layout';
import { drawHeadGround, drawRow, isTallerThanPage, repeatHead } from './table-rows';
import { oneLineOf, setLines } from './typeset';

const KEPT_ROWS = 6;
const AFTER_CAPTION = 5;
const AFTER = 14;
const BEFORE = 5;
/** A shorter table is not broken. */
const KEPT_WHOLE = 0.62;

/** A table with one head, repeated as an artifact where it goes on; caption, head and first rows stay together. */
export const drawTable = (sheet: Sheet, table: TableBlock): void => {
  const parts = layOutTable(sheet, table);
  if (table.number !== undefined) skip(sheet, BEFORE);
  parts.forEach((part, at) => {
    if (at > 0) sheet.y += AFTER;
    ensureRoom(sheet, roomForPart(sheet, table, part));
    drawPart(sheet, part, captionOf(sheet, table, { at, of: parts.length }), continuedHead(sheet, table));
  });
  drawBelow(sheet, table, parts);
  if (parts.length > 0) sheet.y += AFTER;
};

/** Room that a table asks for: all of a short one, the beginning of a long one. */
export const roomForTable = (sheet: Sheet, table: TableBlock): number => {
  const [part] = layOutTable(sheet, table);
  return part === undefined ? 0 : roomForPart(sheet, table, part);
};

const roomForPart = (sheet: Sheet, table: TableBlock, { head, body }: TablePart): number => {
  const body1 = heightOfBody(sheet);
  const caption = heightOfCaption(sheet, captionOf(sheet, table, { at: 0, of: 1 }));
  const note = heightOfSpans(sheet, noteOf(table), sheet.width, STYLES.note.leading);
  const heightOf = (rows: TablePart['body']): number => rows.reduce((sum, { height }) => sum + height, 0);
  const whole = caption + head.height + heightOf(body) + note;
  if (whole <= body1 * KEPT_WHOLE) return whole;
  return Math.min(caption + head.height + heightOf(body.slice(0, KEPT_ROWS)), body1 * KEPT_WHOLE);
};

const captionOf = (sheet: Sheet, table: TableBlock, part: { at: number; of: number }): readonly Span[] => {
  const { caption = '' } = table;
  const words = paperWords(sheet.about.language);
  const suffix = part.of === 1 ? '' : ` (${words.part(part.at + 1, part.of)})`;
  return captionSpans({ ...table, title: `${caption}${suffix}`.trim() });
};

const heightOfCaption = (sheet: Sheet, spans: readonly Span[]): number =>
  isBlank(spans) ? 0 : heightOfSpans(sheet, spans, sheet.width, STYLES.caption.leading) + AFTER_CAPTION;

/** `Tab. 11, ciąg dalszy`, above the head where the table goes on. */
const continuedHead = (sheet: Sheet, { number, caption = '' }: TableBlock): string => {
  const name = (number ?? caption).replace(/\.$/, '');
  if (name === '') return '';
  const words = paperWords(sheet.about.language);
  const suffix = `, ${words.continued}`;
  return `${oneLineOf(sheet, name, STYLES.caption, sheet.width * 0.7)}${suffix}`;
};

const drawPart = (sheet: Sheet, part: TablePart, caption: readonly Span[], continued: string): void => {
  tagAround(sheet, 'Table', (inside) => {
    drawSpans(inside, 'Caption', caption, { leading: STYLES.caption.leading });
    if (!isBlank(caption)) inside.y += AFTER_CAPTION;
    ensureRoom(inside, part.head.height + 2 * STYLES.tableCell.leading);
    drawHead(inside, part);
    if (part.body.length > 0) drawBody(inside, part, continued);
  });
};

const drawHead = (sheet: Sheet, { columns, head }: TablePart): void => {
  drawHeadGround(sheet, head);
  const { y } = sheet;
  tagAround(sheet, 'THead', (section) => {
    drawRow(section, { columns, row: head, tagOf: () => ({ type: 'TH', scope: 'Column' }), goOn: () => undefined });
  });
  sheet.y = y + head.height;
};

const drawBody = (sheet: Sheet, part: TablePart, continued: string): void => {
  tagAround(sheet, 'TBody', (section) => {
    const goOn = (): void => {
      startPage(section);
      if (continued !== '') drawContinued(section, continued);
      repeatHead(section, part);
    };
    const rule = (weight: number, colour: string): void => {
      drawRule(section, { x: sheet.left, y: section.y, width: sheet.width, weight, colour });
    };
    part.body.forEach((row, at) => {
      const needed = isTallerThanPage(section, row, part.head) ? 4 * row.style.leading : row.height;
      if (at > 0 && !fits(section, needed)) goOn();
      if (row.total) rule(0.9, INK);
      drawRow(section, {
        columns: part.columns,
        row,
        tagOf: (column) => (column === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }),
        goOn,
      });
      rule(0.5, LINE);
    });
    rule(0.9, INK);
  });
};

const drawContinued = (sheet: Sheet, text: string): void => {
  drawArtifact(sheet, () => {
    sheet.y = setLines(sheet, [text], STYLES.caption, { x: sheet.left, y: sheet.y, width: sheet.width });
  });
  sheet.y += AFTER_CAPTION;
};

const noteOf = ({ note = '' }: TableBlock): readonly Span[] => [{ text: note, style: STYLES.note }];

/** The note, and in full each label that was cut in the head. */
const drawBelow = (sheet: Sheet, table: TableBlock, parts: readonly TablePart[]): void => {
  const cut = [...new Set(parts.flatMap(({ cutLabels }) => cutLabels))];
  for (const spans of [noteOf(table), ...cut.map((text) => [{ text, style: STYLES.note }])]) {
    if (isBlank(spans)) continue;
    sheet.y += 4;
    drawSpans(sheet, 'P', spans, { leading: STYLES.note.leading });
  }
};
