import { turnToPage } from './pages';
import { LINE, STYLES, type TextStyle } from './paper';
import type { Sheet } from './sheet';
import { fewLinesOf, oneLineOf, setLine, setLines, widthOf } from './typeset';

const HEAD_ABOVE_TEXT = 40;
const HEAD_ABOVE_TEXT_OF_SLIDE = 38;
const FOOT_FROM_EDGE = 54;
const FOOT_FROM_EDGE_OF_SLIDE = 32;
const GAP = 14;

/** Head and foot of every page, written when the number of pages is known; artifacts, so a screen reader passes them by. */
export const drawRunningLines = (sheet: Sheet): void => {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    turnToPage(sheet.doc, page);
    sheet.doc.markContent('Artifact', { type: 'Pagination' });
    const place = placeOn(sheet);
    if (page > start) drawHead(sheet, place, chapterOf(sheet, page - start));
    drawFoot(sheet, place, `${page - start + 1} / ${count}`);
    sheet.doc.endMarkedContent();
  }
};

interface Place {
  readonly left: number;
  readonly width: number;
  readonly headY: number;
  readonly footY: number;
  readonly mostLines: number;
}

const placeOn = ({ doc, about, flow: { geometry } }: Sheet): Place => {
  const isSlide = about.format === 'slides';
  return {
    left: geometry.left,
    width: doc.page.width - geometry.left - geometry.right,
    headY: geometry.top - (isSlide ? HEAD_ABOVE_TEXT_OF_SLIDE : HEAD_ABOVE_TEXT),
    footY: doc.page.height - (isSlide ? FOOT_FROM_EDGE_OF_SLIDE : FOOT_FROM_EDGE),
    mostLines: isSlide ? 1 : 2,
  };
};

/** In a report of chapters the one that the page belongs to, in a short one the document. */
const chapterOf = ({ flow, about }: Sheet, page: number): string => {
  const chapters = flow.headings.filter(({ level }) => level === 1);
  if (chapters.length < 2) return about.running.document;
  return chapters.filter((heading) => heading.page <= page).at(-1)?.text ?? about.running.document;
};

const drawHead = (sheet: Sheet, { left, width, headY }: Place, right: string): void => {
  const { study, demonstrationMark = '' } = sheet.about.running;
  const name = oneLineOf(sheet, right, STYLES.running, width * 0.4);
  const room = width - widthOf(sheet, name, STYLES.running) - GAP;
  const mark = oneLineOf(sheet, demonstrationMark, STYLES.mark, room * 0.4);
  const markWidth = mark === '' ? 0 : widthOf(sheet, mark, STYLES.mark) + GAP;
  const line = oneLineOf(sheet, study, STYLES.running, room - markWidth);
  setLine(sheet, line, STYLES.running, { x: left, y: headY });
  if (mark !== '')
    setLine(sheet, mark, STYLES.mark, { x: left + widthOf(sheet, line, STYLES.running) + GAP, y: headY });
  setRight(sheet, name, STYLES.running, { right: left + width, y: headY });
  sheet.doc.rect(left, headY + 17, width, 0.5).fill(LINE);
};

const drawFoot = (sheet: Sheet, { left, width, footY, mostLines }: Place, pageNumber: string): void => {
  const { status, method } = sheet.about.running;
  const room = width - 60;
  sheet.doc.rect(left, footY - 6, width, 0.5).fill(LINE);
  const strong = [oneLineOf(sheet, status, STYLES.runningStrong, room)];
  const below = setLines(sheet, strong, STYLES.runningStrong, { x: left, y: footY, width: room });
  const lines = fewLinesOf(sheet, method, STYLES.running, { width: room, most: mostLines });
  setLines(sheet, lines, STYLES.running, { x: left, y: below, width: room });
  setRight(sheet, pageNumber, STYLES.running, { right: left + width, y: footY });
};

const setRight = (sheet: Sheet, text: string, style: TextStyle, { right, y }: { right: number; y: number }): void => {
  setLine(sheet, text, style, { x: right - widthOf(sheet, text, style), y });
};
