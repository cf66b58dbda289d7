import type { Cover } from '../domain';
import { drawCoverArt } from './draw-cover-art';
import { drawDemonstrationMark, drawMark } from './draw-masthead';
import { drawCallout } from './draw-quote';
import { drawSpans } from './draw-spans';
import { bookmark, levelTag } from './headings';
import { fillPage } from './pages';
import { STYLES, type TextStyle } from './paper';
import { drawArtifact, lowestOf, tag, type Sheet } from './sheet';
import { fewLinesOf, linesOf, setLines } from './typeset';

const TOP = 50;
const TILE = 26;
/** Part of a wide page that words take; the rest is for the art. */
const WORDS_ON_WIDE = 0.62;
const ART_ON_WIDE = 0.34;
const MOST_TITLE_LINES = 5;
/** Of the page below the head. */
const LARGEST_TITLE = 0.45;
const LARGEST_TITLE_ON_WIDE = 0.3;
const LEAST_ART = 90;

/** The first page of a long report: who asked, about what, in which state, from which data; between them the art of the house. */
export const drawCover = (sheet: Sheet, cover: Cover): void => {
  const { geometry } = sheet.flow;
  const isWide = geometry.width > geometry.height;
  const full = sheet.width;
  if (isWide) {
    sheet.width = geometry.width * WORDS_ON_WIDE - geometry.left;
    const x = geometry.width * (1 - ART_ON_WIDE);
    drawCoverArt(sheet, { x, y: 0, width: geometry.width - x, height: geometry.height - geometry.bottom });
  }
  drawHead(sheet, cover, isWide);
  drawTitle(sheet, cover);
  if (isWide) sheet.y += 8;
  else makeRoomForArt(sheet, cover);
  drawLines(sheet, cover);
  sheet.width = full;
  fillPage(sheet);
};

const drawHead = (sheet: Sheet, { commissioner, region }: Cover, isWide: boolean): void => {
  const top = isWide ? TOP / 2 : TOP;
  drawArtifact(sheet, () => {
    drawMark(sheet.doc, sheet.left, top);
  });
  const place = { x: sheet.left + TILE + 9, width: sheet.width - TILE - 100 };
  tag(sheet, 'P', () => {
    const lines = fewLinesOf(sheet, commissioner, STYLES.masthead, { width: place.width, most: 2 });
    const below = setLines(sheet, lines, STYLES.masthead, { ...place, y: top + 0.5 });
    const line = fewLinesOf(sheet, region, STYLES.mastheadRegion, { width: place.width, most: 1 });
    setLines(sheet, line, STYLES.mastheadRegion, { ...place, y: below });
  });
  drawDemonstrationMark(sheet, top);
  sheet.y = top + TILE + (isWide ? 16 : 44);
};

const drawTitle = (sheet: Sheet, { title, subtitle, erratum = '' }: Cover): void => {
  const style = titleStyle(sheet, title);
  bookmark(sheet, 1, title);
  drawSpans(sheet, levelTag(sheet, 1), [{ text: title, style }], { leading: style.leading });
  sheet.y += 12;
  drawSpans(sheet, 'P', [{ text: subtitle, style: STYLES.coverSubtitle }], { leading: STYLES.coverSubtitle.leading });
  if (erratum.trim() === '') return;
  sheet.y += 14;
  drawCallout(sheet, { kind: 'callout', runs: [{ text: erratum }] });
};

const titleStyle = (sheet: Sheet, title: string): TextStyle => {
  const styles = [STYLES.coverTitle, STYLES.coverTitleLong];
  const { width, height } = sheet.flow.geometry;
  const room = (lowestOf(sheet) - sheet.y) * (width > height ? LARGEST_TITLE_ON_WIDE : LARGEST_TITLE);
  const few = styles.find((style) => {
    const count = linesOf(sheet, title, style, sheet.width).length;
    return count <= MOST_TITLE_LINES && count * style.leading <= room;
  });
  return few ?? STYLES.mastheadTitle;
};

/** Lines go to the foot of the page and art fills what is left; where too little is left, they follow the title. */
const makeRoomForArt = (sheet: Sheet, { state, lines }: Cover): void => {
  const { coverState, coverLine } = STYLES;
  const height =
    linesOf(sheet, state, coverState, sheet.width).length * coverState.leading +
    4 +
    lines.reduce((sum, line) => sum + linesOf(sheet, line, coverLine, sheet.width).length * coverLine.leading, 0);
  const top = lowestOf(sheet) - 12 - height;
  const art = top - sheet.y - 44;
  sheet.y += 14;
  if (art < LEAST_ART) return;
  drawCoverArt(sheet, { x: 0, y: sheet.y + 12, width: sheet.flow.geometry.width, height: art });
  sheet.y = top;
};

/** State, data cut, n and authors. */
const drawLines = (sheet: Sheet, { state, lines }: Cover): void => {
  drawSpans(sheet, 'P', [{ text: state, style: STYLES.coverState }], { leading: STYLES.coverState.leading });
  sheet.y += 4;
  for (const text of lines)
    drawSpans(sheet, 'P', [{ text, style: STYLES.coverLine }], { leading: STYLES.coverLine.leading });
};
