import type { Masthead } from '../domain';
import { BRAND, FULL_WIDTH, OCHRE, PAGE, STYLES, WARN_SOFT } from './paper';
import { drawArtifact, drawRule, tag, type Sheet } from './sheet';
import { linesOf, setLines, setText, widthOf } from './typeset';

const TOP = 42;
const TILE = 26;

/** Who asked, about what: the head of a short report, with the house's mark and a brand rule below. */
export const drawMasthead = (sheet: Sheet, masthead: Masthead): void => {
  drawArtifact(sheet, () => {
    drawMark(sheet.doc, PAGE.left, TOP);
  });
  const beside = { x: PAGE.left + TILE + 9, width: FULL_WIDTH - TILE - 9 };
  tag(sheet, 'P', () => {
    const below = setText(sheet, masthead.commissioner, STYLES.masthead, { ...beside, y: TOP + 0.5 });
    setText(sheet, masthead.region, STYLES.mastheadRegion, { ...beside, y: below });
  });
  drawDemonstrationMark(sheet);
  sheet.y = TOP + TILE + 22;
  drawTitle(sheet, masthead);
  drawRule(sheet, { x: PAGE.left, y: sheet.y + 13, width: FULL_WIDTH, weight: 1.6, colour: BRAND });
  sheet.y += 13 + 17;
};

const drawTitle = (sheet: Sheet, { title, subtitle }: Masthead): void => {
  sheet.doc.outline.addItem(title);
  const lines = linesOf(sheet, title, STYLES.mastheadTitle, FULL_WIDTH);
  tag(sheet, 'H1', () => {
    sheet.y = setLines(sheet, lines, STYLES.mastheadTitle, { x: PAGE.left, y: sheet.y, width: FULL_WIDTH });
  });
  tag(sheet, 'P', () => {
    sheet.y = setText(sheet, subtitle, STYLES.mastheadSubtitle, { x: PAGE.left, y: sheet.y + 5, width: FULL_WIDTH });
  });
};

/** At the right of the head, on its own ground, where it cannot be overlooked. */
const drawDemonstrationMark = (sheet: Sheet): void => {
  const text = sheet.about.running.demonstrationMark;
  if (text === undefined) return;
  const width = widthOf(sheet, text, STYLES.mark) + 16;
  const x = PAGE.width - PAGE.right - width;
  drawArtifact(sheet, () => {
    sheet.doc.roundedRect(x, TOP + 3, width, 19, 3).fill(WARN_SOFT);
  });
  tag(sheet, 'P', () => {
    setText(sheet, text, STYLES.mark, { x: x + 8, y: TOP + 7, width });
  });
};

/** The brand mark of the screens: three tiles and a speech bubble, 26 units square. */
const drawMark = (doc: PDFKit.PDFDocument, x: number, y: number): void => {
  doc.save().translate(x, y);
  doc.roundedRect(1, 1, 11, 11, 2.5).roundedRect(1, 14, 11, 11, 2.5).fill(BRAND);
  doc.roundedRect(14, 1, 11, 11, 2.5).fill(OCHRE);
  doc
    .path(
      'M16.5 14h6A2.5 2.5 0 0 1 25 16.5v3a2.5 2.5 0 0 1-2.5 2.5H19l-4 3.2c-.4.3-1 .1-1-.5v-8.2a2.500 2.500 0 0 1 2.500-2.500z',
    )
    .fill(BRAND);
  doc.restore();
};
