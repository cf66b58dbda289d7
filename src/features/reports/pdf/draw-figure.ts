import { figureHeight, paintFigure, type Figure, type FigureChart } from '../../analysis/domain';
import type { FigureBlock, TableBlock } from '../domain';
import { captionSpans } from './captions';
import { drawChart } from './canvas/draw-chart';
import { drawLegend, layOutLegend } from './draw-legend';
import { drawSpans, heightOfSpans } from './draw-spans';
import { drawTable, roomForTable } from './draw-table';
import { ensureRoom } from './pages';
import { POINTS_PER_PIXEL, STYLES } from './paper';
import { paperPalette } from './palette';
import type { Span } from './rich-lines';
import { heightOfBody, lowestOf, skip, tag, type Sheet } from './sheet';
import { widthOf } from './typeset';

const GAP = 6;
const AFTER = 13;
const BEFORE = 5;
/** A drawing that would have to be made smaller than this becomes a table. */
const SMALLEST = 0.42;
/** Units of a slide are larger. */
const SMALLEST_ON_SLIDE = 0.3;
const MOST_OF_SLIDE = 0.6;
/** Where there is no table to take its place. */
const SMALLEST_OF_ALL = 0.12;
const LONGEST_LABEL = 400;

/** Caption with the finding, the drawing as one Figure with its alternative text, and the notes below: all on one page. */
export const drawFigure = (sheet: Sheet, block: FigureBlock): void => {
  const scale = block.figure.chart === null ? null : scaleFor(sheet, block, block.figure.chart);
  if (block.figure.chart === null || scale === null) {
    drawAsTable(sheet, block);
    return;
  }
  skip(sheet, BEFORE);
  ensureRoom(sheet, roomForFigure(sheet, block));
  const { title, sub } = block.figure;
  drawSpans(sheet, 'P', captionSpans({ ...block, title }), { leading: STYLES.caption.leading });
  drawSpans(sheet, 'P', [{ text: sub, style: STYLES.subtitle }], { leading: STYLES.subtitle.leading });
  sheet.y += GAP;
  drawDrawing(sheet, block.figure, { chart: block.figure.chart, scale });
  drawSpans(sheet, 'P', noteOf(block), { leading: STYLES.note.leading });
  sheet.y += AFTER;
};

/** Room that a figure asks for, captions and notes included. */
export const roomForFigure = (sheet: Sheet, block: FigureBlock): number => {
  const { chart, legend } = block.figure;
  const scale = chart === null ? null : scaleFor(sheet, block, chart);
  if (chart === null || scale === null) return roomForTable(sheet, tableOf(block));
  return heightOfWords(sheet, block) + 2 * GAP + layOutLegend(sheet, legend).height + heightAt(sheet, chart, scale);
};

const noteOf = ({ notes }: FigureBlock): readonly Span[] => [{ text: notes.join(' '), style: STYLES.note }];

const heightOfWords = (sheet: Sheet, block: FigureBlock): number =>
  heightOfSpans(sheet, captionSpans({ ...block, title: block.figure.title }), sheet.width, STYLES.caption.leading) +
  heightOfSpans(sheet, [{ text: block.figure.sub, style: STYLES.subtitle }], sheet.width, STYLES.subtitle.leading) +
  heightOfSpans(sheet, noteOf(block), sheet.width, STYLES.note.leading);

const widthPxAt = ({ width }: Sheet, scale: number): number => Math.round(width / scale);

const heightAt = (sheet: Sheet, chart: FigureChart, scale: number): number =>
  figureHeight(chart, widthPxAt(sheet, scale)) * scale;

/** Points for each pixel, so that the figure fits a page with its words; null where it cannot be read as a drawing. */
const scaleFor = (sheet: Sheet, block: FigureBlock, chart: FigureChart): number | null => {
  if (chart.options.plugins.figure.rows.some(({ label }) => !isDrawable(sheet, label))) return null;
  const words = heightOfWords(sheet, block) + layOutLegend(sheet, block.figure.legend).height + 2 * GAP;
  const smallest = smallestFor(sheet, block);
  for (const height of heightsFor(sheet))
    for (let scale: number = POINTS_PER_PIXEL; scale >= smallest; scale -= 0.03)
      if (heightAt(sheet, chart, scale) <= height - words) return scale;
  return null;
};

/** On a slide a figure stays with its heading, somewhat smaller, where most of the slide is left. */
const heightsFor = (sheet: Sheet): readonly number[] => {
  const whole = heightOfBody(sheet);
  const left = lowestOf(sheet) - sheet.y - BEFORE;
  return sheet.about.format === 'slides' && left > whole * MOST_OF_SLIDE ? [left, whole] : [whole];
};

const smallestFor = ({ about }: Sheet, { figure }: FigureBlock): number => {
  if (figure.table.rows.length === 0) return SMALLEST_OF_ALL;
  return about.format === 'slides' ? SMALLEST_ON_SLIDE : SMALLEST;
};

/** Labels are broken at spaces only, so a very long word would run over the marks. */
const isDrawable = (sheet: Sheet, label: string): boolean =>
  label.length <= LONGEST_LABEL &&
  label.split(' ').every((word) => widthOf(sheet, word, STYLES.legend) <= sheet.width * 0.4);

const drawDrawing = (sheet: Sheet, figure: Figure, { chart, scale }: { chart: FigureChart; scale: number }): void => {
  const top = sheet.y;
  const legend = layOutLegend(sheet, figure.legend);
  const widthPx = widthPxAt(sheet, scale);
  const heightPx = figureHeight(chart, widthPx);
  const bottom = top + legend.height + heightPx * scale;
  const draw = (): void => {
    drawLegend(sheet, legend, top);
    const place = { x: sheet.left, y: top + legend.height, widthPx, heightPx, scale };
    drawChart(sheet.doc, paintFigure(chart, paperPalette), place);
  };
  const alt = [figure.alt, figure.title, figure.sub].find((text) => text.trim() !== '') ?? figure.id;
  tag(sheet, 'Figure', draw, { alt, bbox: [sheet.left, top, sheet.left + sheet.width, bottom] });
  sheet.y = bottom + GAP;
};

/** Nothing large enough to be drawn, or too much of it: the numbers as a table, which says what is hidden and why. */
const drawAsTable = (sheet: Sheet, block: FigureBlock): void => {
  drawTable(sheet, tableOf(block));
};

const tables = new WeakMap<FigureBlock, TableBlock>();

const tableOf = (block: FigureBlock): TableBlock => {
  const table = tables.get(block) ?? asTable(block);
  tables.set(block, table);
  return table;
};

const withSub = (text: string, sub?: string): string => (sub === undefined ? text : `${text} (${sub})`);

const asTable = (block: FigureBlock): TableBlock => {
  const { title, sub, table } = block.figure;
  const [first, ...others] = table.head;
  return {
    kind: 'table',
    ...(block.number === undefined ? {} : { number: block.number }),
    ...(block.proof === undefined ? {} : { proof: block.proof }),
    caption: withSub(title, sub.trim() === '' ? undefined : sub),
    columns: [
      { label: first?.text ?? '', align: 'left' },
      ...others.map((head) => ({ label: withSub(head.text, head.sub), align: 'right' as const })),
    ],
    rows: table.rows.map((row) => ({
      cells: [withSub(row.label, row.sub), ...row.cells.map((cell) => withSub(cell.text, cell.sub))],
      ...(row.strong ? { total: true as const } : {}),
    })),
    note: block.notes.join(' '),
  };
};
