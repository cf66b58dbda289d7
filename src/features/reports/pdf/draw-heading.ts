import type { Block } from '../domain';
import { bookmark, levelTag } from './headings';
import { ensureRoom, startPage } from './pages';
import { BRAND, STYLES } from './paper';
import { drawRule, fits, heightOfBody, isAtTop, skip, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

type Heading = Extract<Block, { kind: 'heading' }>;

const SPACE = { 1: { before: 34, after: 12 }, 2: { before: 16, after: 8 }, 3: { before: 12, after: 6 } } as const;
/** A chapter goes on where less of the page is taken; else it begins a new one. */
const CHAPTER_GOES_ON = 0.42;

/** Height of a heading with the space around it. */
export const heightOfHeading = (sheet: Sheet, { level, text }: Heading): number => {
  const style = STYLES[`h${level}`];
  return linesOf(sheet, text, style, sheet.width).length * style.leading + SPACE[level].before + SPACE[level].after;
};

/** A heading, kept on one page with so much of what it announces. */
export const drawHeading = (sheet: Sheet, { level, text }: Heading, keptWith: number): void => {
  if (text.trim() === '') return;
  const style = STYLES[`h${level}`];
  const lines = linesOf(sheet, text, style, sheet.width);
  if (level === 1) beginChapter(sheet);
  const { before, after } = SPACE[level];
  ensureRoom(sheet, Math.min(before + lines.length * style.leading + after + keptWith, heightOfBody(sheet)));
  skip(sheet, before);
  if (level === 1) drawRule(sheet, { x: sheet.left, y: sheet.y - 14, width: 36, weight: 3, colour: BRAND });
  bookmark(sheet, level, text);
  sheet.flow.headings.push({ level, text, page: sheet.doc.bufferedPageRange().count - 1, y: sheet.y });
  tag(sheet, levelTag(sheet, level), () => {
    for (const line of lines) {
      if (!fits(sheet, style.leading)) startPage(sheet);
      sheet.y = setLines(sheet, [line], style, { x: sheet.left, y: sheet.y, width: sheet.width });
    }
  });
  sheet.y += after;
};

const beginChapter = (sheet: Sheet): void => {
  if (isAtTop(sheet)) return;
  const used = (sheet.y - sheet.flow.geometry.top) / heightOfBody(sheet);
  if (sheet.about.format === 'slides' || used > CHAPTER_GOES_ON) startPage(sheet);
};
