import { FULL_WIDTH, LINE, PAGE, STYLES, type TextStyle } from './paper';
import type { Sheet } from './sheet';
import { setText, widthOf } from './typeset';

const HEAD_Y = 38;
const HEAD_RULE_Y = 53;
const FOOT_Y = PAGE.height - 54;

/** Head and foot of every page, written when the number of pages is known; artifacts, so a screen reader passes them by. */
export const drawRunningLines = (sheet: Sheet): void => {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.doc.switchToPage(page);
    sheet.doc.markContent('Artifact', { type: 'Pagination' });
    if (page > start) drawHead(sheet);
    drawFoot(sheet, `${page - start + 1} / ${count}`);
    sheet.doc.endMarkedContent();
  }
};

const drawHead = (sheet: Sheet): void => {
  const { study, document, demonstrationMark } = sheet.about.running;
  setText(sheet, study, STYLES.running, { x: PAGE.left, y: HEAD_Y - 2, width: FULL_WIDTH });
  if (demonstrationMark !== undefined) {
    const x = PAGE.left + widthOf(sheet, study, STYLES.running) + 14;
    setText(sheet, demonstrationMark, STYLES.mark, { x, y: HEAD_Y - 2, width: FULL_WIDTH });
  }
  setRight(sheet, document, STYLES.running, HEAD_Y - 2);
  sheet.doc.rect(PAGE.left, HEAD_RULE_Y, FULL_WIDTH, 0.5).fill(LINE);
};

const drawFoot = (sheet: Sheet, pageNumber: string): void => {
  const { status, method } = sheet.about.running;
  sheet.doc.rect(PAGE.left, FOOT_Y - 6, FULL_WIDTH, 0.5).fill(LINE);
  const below = setText(sheet, status, STYLES.runningStrong, { x: PAGE.left, y: FOOT_Y, width: FULL_WIDTH });
  setText(sheet, method, STYLES.running, { x: PAGE.left, y: below, width: FULL_WIDTH - 40 });
  setRight(sheet, pageNumber, STYLES.running, FOOT_Y);
};

const setRight = (sheet: Sheet, text: string, style: TextStyle, y: number): void => {
  const width = widthOf(sheet, text, style);
  setText(sheet, text, style, { x: PAGE.width - PAGE.right - width, y, width: width + 1 });
};
