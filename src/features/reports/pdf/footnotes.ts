import { LINE_STRONG, STYLES } from './paper';
import { drawRule, heightOfBody, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

export interface PlacedFootnote {
  readonly number: string;
  readonly lines: readonly string[];
  /** Open while the rest of a long footnote waits for the next page. */
  readonly element: PDFKit.PDFStructureElement;
  readonly isContinued: boolean;
}

const RULE_SPACE = 12;
const LABEL = 14;
/** A footnote longer than this goes on at the foot of the next page. */
const LARGEST_PART = 0.4;
const { leading } = STYLES.footnote;

const widthOfPage = ({ flow: { geometry } }: Sheet): number => geometry.width - geometry.left - geometry.right;

const linesOfFootnote = (sheet: Sheet, text: string): readonly string[] =>
  linesOf(sheet, text, STYLES.footnote, widthOfPage(sheet) - LABEL);

const largest = (sheet: Sheet): number => heightOfBody(sheet) * LARGEST_PART;

/** Height that these footnotes add to the foot of the page. */
export const roomForFootnotes = (sheet: Sheet, texts: readonly string[]): number => {
  if (texts.length === 0) return 0;
  const { height } = sheet.flow.footnotes;
  const lines = texts.reduce((sum, text) => sum + linesOfFootnote(sheet, text).length, 0);
  const wanted = (height === 0 ? RULE_SPACE : 0) + lines * leading;
  return Math.min(wanted, Math.max(leading + RULE_SPACE, largest(sheet) - height));
};

/** Keeps room for a footnote at the foot of the current page; it is drawn when the page ends. */
export const placeFootnote = (sheet: Sheet, number: string, text: string): void => {
  const element = sheet.doc.struct('Note');
  sheet.flow.root.add(element);
  element.dictionary.data['ID'] = new String(`przypis-${number}`);
  place(sheet, { number, lines: linesOfFootnote(sheet, text), element, isContinued: false });
};

const place = (sheet: Sheet, footnote: PlacedFootnote): void => {
  const { footnotes } = sheet.flow;
  if (footnotes.height === 0) footnotes.height = RULE_SPACE;
  const count = Math.max(
    footnotes.placed.length === 0 ? 1 : 0,
    Math.min(footnote.lines.length, Math.floor((largest(sheet) - footnotes.height) / leading)),
  );
  if (count > 0) footnotes.placed.push({ ...footnote, lines: footnote.lines.slice(0, count) });
  footnotes.height += count * leading;
  if (count < footnote.lines.length)
    footnotes.waiting.push({ ...footnote, lines: footnote.lines.slice(count), isContinued: count > 0 });
};

/** At the foot of the page that ends: a short rule and the footnotes, each a Note of its own. */
export const drawFootnotes = (sheet: Sheet): void => {
  const { footnotes, geometry } = sheet.flow;
  if (footnotes.placed.length > 0) {
    const top = geometry.height - geometry.bottom - footnotes.height;
    drawRule(sheet, { x: geometry.left, y: top + 6, width: 72, weight: 0.5, colour: LINE_STRONG });
    let y = top + RULE_SPACE;
    for (const footnote of footnotes.placed) y = drawFootnote(sheet, footnote, y);
  }
  const open = new Set(footnotes.waiting.map(({ element }) => element));
  for (const { element } of footnotes.placed) if (!open.has(element)) element.end();
  footnotes.placed = [];
  footnotes.height = 0;
};

const drawFootnote = (sheet: Sheet, footnote: PlacedFootnote, y: number): number => {
  const { number, lines, element, isContinued } = footnote;
  const { left } = sheet.flow.geometry;
  const inside = { ...sheet, root: element };
  if (!isContinued)
    tag(inside, 'Lbl', () => {
      setLines(sheet, [number], STYLES.footnote, { x: left, y, width: LABEL });
    });
  tag(inside, 'P', () => {
    setLines(sheet, lines, STYLES.footnote, { x: left + LABEL, y, width: widthOfPage(sheet) - LABEL });
  });
  return y + lines.length * leading;
};

/** On a new page: the ends of footnotes that were too long for the last one. */
export const placeWaitingFootnotes = (sheet: Sheet): void => {
  const { footnotes } = sheet.flow;
  const waiting = footnotes.waiting;
  footnotes.waiting = [];
  for (const footnote of waiting) place(sheet, footnote);
};

export const hasWaitingFootnotes = ({ flow }: Sheet): boolean => flow.footnotes.waiting.length > 0;
