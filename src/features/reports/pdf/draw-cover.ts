import type { Cover } from '../domain';
import { drawCoverArt } from './draw-cover-art';
import { drawDemonstrationMark, drawMark } from './draw-masthead';
import { drawCallout } from './draw-quote';
import { drawSpans } from './draw-spans';
import { bookmark, levelTag } from './headings';
import { fillPage } from './pages';
import { STYLES, type TextStyle } from './paper';
import { drawArtifact, fits, lowestOf, tag, type Sheet } from './sheet';
import { fewLinesOf, linesOf, setLines, setText } from './typeset';

const TOP = 50;
const TILE = 26;
/** Part of a wide page that words take; the rest is for the art. */
const WORDS_ON_WIDE = 0.6;
const MOST_TITLE_LINES = 5;
const LEAST_ART = 90;

/** The first page of a long report: who asked, about what, in which state, from which data; below, the art of the house. */
export const drawCover = (sheet: Sheet, cover: Cover): void => {
  const { geometry } = sheet.flow;
  const isWide = geometry.width > geometry.height;
  const full = sheet.width;
  if (isWide) sheet.width = geometry.width * WORDS_ON_WIDE - geometry.left;
  drawHead(sheet, cover, isWide);
  const bottom = drawFoot(sheet, cover, isWide);
  drawTitle(sheet, cover);
  if (isWide)
    drawCoverArt(sheet, { x: geometry.width * 0.66, y: 0, width: geometry.width * 0.34, height: geometry.height });
  else if (bottom - sheet.y > LEAST_ART + 44)
    drawCoverArt(sheet, { x: 0, y: sheet.y + 26, width: geometry.width, height: bottom - sheet.y - 44 });
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
  sheet.y = top + TILE + (isWide ? 18 : 44);
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
  const room = (lowestOf(sheet) - sheet.y) / 2;
  const few = styles.find((style) => {
    const count = linesOf(sheet, title, style, sheet.width).length;
    return count <= MOST_TITLE_LINES && count * style.leading <= room;
  });
  return few ?? STYLES.mastheadTitle;
};

/** State, data cut, n and authors at the foot; returns where they begin. Very many lines go on below the title instead. */
const drawFoot = (sheet: Sheet, { state, lines }: Cover, isWide: boolean): number => {
  const said = lines.filter((line) => line.trim() !== '');
  const laid = said.map((line) => linesOf(sheet, line, STYLES.coverLine, sheet.width)).flat();
  const height = STYLES.coverState.leading + 4 + laid.length * STYLES.coverLine.leading;
  const bottom = lowestOf(sheet) - (isWide ? 0 : 12);
  const most = (lowestOf(sheet) - sheet.y) * 0.4;
  const cut = height > most ? Math.max(1, Math.floor((most - 19) / STYLES.coverLine.leading)) : laid.length;
  const top = bottom - Math.min(height, STYLES.coverState.leading + 4 + cut * STYLES.coverLine.leading);
  tag(sheet, 'P', () => {
    const below = setText(sheet, state, STYLES.coverState, { x: sheet.left, y: top, width: sheet.width });
    setLines(sheet, laid.slice(0, cut), STYLES.coverLine, { x: sheet.left, y: below + 4, width: sheet.width });
  });
  return fits(sheet, 0) ? top : bottom;
};
