import type { Block } from '../domain';
import type { DrawnHeading } from './flow';
import { bookmark, levelTag } from './headings';
import { ensureRoom, fillPage, startPage, turnToPage } from './pages';
import { INK_3, STYLES } from './paper';
import { drawArtifact, isAtTop, tag, tagAround, type Sheet } from './sheet';
import { fewLinesOf, setLine, setLines, widthOf } from './typeset';

type Contents = Extract<Block, { kind: 'contents' }>;

const INDENT = 16;
const PAGE_NUMBER = 34;
const MOST_LINES = 3;
const BEFORE_CHAPTER = 7;
const BETWEEN = 2;

/** Where an entry will be written when the pages are known. */
interface Slot {
  /** Place among the headings of the report. */
  readonly heading: number;
  readonly level: number;
  readonly lines: readonly string[];
  /** Counted from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
}

/** Keeps as many pages as the contents will take; they are written last, when every heading has its page. */
export const drawContents = (sheet: Sheet, { title, depth }: Contents): void => {
  if (!isAtTop(sheet)) startPage(sheet);
  const style = STYLES.h1;
  if (title.trim() !== '') {
    bookmark(sheet, 1, title);
    tag(sheet, levelTag(sheet, 1), () => {
      const [line = ''] = fewLinesOf(sheet, title, style, { width: sheet.width, most: 1 });
      sheet.y = setLines(sheet, [line], style, { x: sheet.left, y: sheet.y, width: sheet.width });
    });
    sheet.y += 12;
  }
  const slots = reserve(sheet, depth);
  if (slots.length === 0) return;
  const element = sheet.doc.struct('TOC');
  sheet.root.add(element);
  sheet.flow.contents.push(() => {
    for (const slot of slots) {
      const heading = sheet.flow.headings[slot.heading];
      if (heading !== undefined) fill({ ...sheet, root: element }, slot, heading);
    }
    element.end();
  });
  fillPage(sheet);
};

const reserve = (sheet: Sheet, depth: Contents['depth']): readonly Slot[] => {
  const slots: Slot[] = [];
  sheet.flow.announced.forEach(({ level, text }, heading) => {
    if (level > depth) return;
    const style = level === 1 ? STYLES.contentsChapter : STYLES.contents;
    const x = sheet.left + (level - 1) * INDENT;
    const right = sheet.left + sheet.width;
    const lines = fewLinesOf(sheet, text, style, { width: right - x - PAGE_NUMBER, most: MOST_LINES });
    if (level === 1 && slots.length > 0) sheet.y += BEFORE_CHAPTER;
    ensureRoom(sheet, lines.length * style.leading);
    slots.push({ heading, level, lines, page: sheet.doc.bufferedPageRange().count - 1, x, y: sheet.y, right });
    sheet.y += lines.length * style.leading + BETWEEN;
  });
  return slots;
};

const fill = (sheet: Sheet, slot: Slot, heading: DrawnHeading): void => {
  const { lines, x, y, right, level } = slot;
  const style = level === 1 ? STYLES.contentsChapter : STYLES.contents;
  const number = `${heading.page + 1}`;
  const lastY = y + (lines.length - 1) * style.leading;
  turnToPage(sheet.doc, slot.page);
  drawLeader(sheet, { from: x + widthOf(sheet, lines.at(-1) ?? '', style), to: right - 24, y: lastY + style.leading });
  tagAround(sheet, 'TOCI', (entry) => {
    tagAround(entry, 'Reference', (reference) => {
      tagAround(reference, 'Link', (link) => {
        link.root.add(() => {
          setLines(link, lines, style, { x, y, width: right - x });
          setLine(link, number, STYLES.contents, { x: right - widthOf(sheet, number, STYLES.contents), y: lastY });
        });
        lead(link, slot, heading, style.leading);
      });
    });
  });
};

const lead = ({ doc, root }: Sheet, slot: Slot, heading: DrawnHeading, leading: number): void => {
  const { dictionary, height } = (doc as unknown as { _pageBuffer: { dictionary: unknown; height: number }[] })
    ._pageBuffer[heading.page] ?? { dictionary: doc.page.dictionary, height: doc.page.height };
  const target: Record<string, unknown> = {
    Subtype: 'Link',
    Dest: [dictionary, 'XYZ', 0, height - Math.max(0, heading.y - 20), 0],
    Contents: new String(`${heading.text}, ${heading.page + 1}`),
    structParent: root,
  };
  doc.annotate(slot.x, slot.y, slot.right - slot.x, slot.lines.length * leading, target);
};

const drawLeader = (sheet: Sheet, { from, to, y }: { from: number; to: number; y: number }): void => {
  if (to - from < 20) return;
  drawArtifact(sheet, () => {
    sheet.doc
      .moveTo(from + 8, y - 5)
      .lineTo(to, y - 5)
      .lineWidth(0.6)
      .dash(0.6, { space: 3 })
      .stroke(INK_3)
      .undash();
  });
};
