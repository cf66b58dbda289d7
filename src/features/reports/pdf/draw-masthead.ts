import type { Masthead } from '../domain';
import { bookmark, levelTag } from './headings';
import { BRAND, OCHRE, STYLES, WARN_SOFT } from './paper';
import { drawArtifact, drawRule, tag, type Sheet } from './sheet';
import { linesOf, setLines, setText, widthOf } from './typeset';

const TOP = 42;
const TILE = 26;

/** Who asked, about what: the head of a short report, with the house's mark and a brand rule below. */
export const drawMasthead = (sheet: Sheet, masthead: Masthead): void => {
  drawArtifact(sheet, () => {
    drawMark(sheet.doc, sheet.left, TOP);
  });
  const beside = { x: sheet.left + TILE + 9, width: sheet.width - TILE - 9 };
  tag(sheet, 'P', () => {
    const below = setText(sheet, masthead.commissioner, STYLES.masthead, { ...beside, y: TOP + 0.5 });
    setText(sheet, masthead.region, STYLES.mastheadRegion, { ...beside, y: below });
  });
  drawDemonstrationMark(sheet);
  sheet.y = TOP + TILE + 22;
  drawTitle(sheet, masthead);
  drawRule(sheet, { x: sheet.left, y: sheet.y + 13, width: sheet.width, weight: 1.6, colour: BRAND });
  sheet.y += 13 + 17;
};

const drawTitle = (sheet: Sheet, { title, subtitle }: Masthead): void => {
  bookmark(sheet, 1, title);
  const lines = linesOf(sheet, title, STYLES.mastheadTitle, sheet.width);
  tag(sheet, levelTag(sheet, 1), () => {
    sheet.y = setLines(sheet, lines, STYLES.mastheadTitle, { x: sheet.left, y: sheet.y, width: sheet.width });
  });
  tag(sheet, 'P', () => {
    sheet.y = setText(sheet, subtitle, STYLES.mastheadSubtitle, { x: sheet.left, y: sheet.y + 5, width: sheet.width });
  });
};

/** At the right of the head, on its own ground, where it cannot be overlooked. */
export const drawDemonstrationMark = (sheet: Sheet, top = TOP): void => {
  const text = sheet.about.running.demonstrationMark;
  if (text === undefined) return;
  const width = widthOf(sheet, text, STYLES.mark) + 16;
  const x = sheet.left + sheet.width - width;
  drawArtifact(sheet, () => {
    sheet.doc.roundedRect(x, top + 3, width, 19, 3).fill(WARN_SOFT);
  });
  tag(sheet, 'P', () => {
    setText(sheet, text, STYLES.mark, { x: x + 8, y: top + 7, width });
  });
};

/** The brand mark of the screens: three tiles and a speech bubble, 26 units square. */
export const drawMark = (doc: PDFKit.PDFDocument, x: number, y: number): void => {
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
