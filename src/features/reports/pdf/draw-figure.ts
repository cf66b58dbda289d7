import { figureHeight, paintFigure, type FigureChart } from '../../analysis/domain';
import type { FigureBlock } from '../domain';
import { drawChart } from './canvas/draw-chart';
import { drawLegend, layOutLegend } from './draw-legend';
import { POINTS_PER_PIXEL, STYLES } from './paper';
import { paperPalette } from './palette';
import { ensureRoom, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

const GAP = 6;
const AFTER = 13;

/** Caption with the finding, the drawing as one Figure with its alternative text, and the notes below: all on one page. */
export const drawFigure = (sheet: Sheet, { figure, notes }: FigureBlock): void => {
  const { title, sub, chart } = figure;
  const note = notes.join(' ');
  if (chart === null) return;
  ensureRoom(sheet, heightOfFigure(sheet, { figure, notes, kind: 'figure' }));
  drawWords(sheet, title, 'caption');
  drawWords(sheet, sub, 'subtitle');
  sheet.y += GAP;
  drawDrawing(sheet, figure, chart);
  drawWords(sheet, note, 'note');
  sheet.y += AFTER;
};

const heightOfFigure = (sheet: Sheet, { figure, notes }: FigureBlock): number => {
  const words =
    heightOf(sheet, figure.title, 'caption') +
    heightOf(sheet, figure.sub, 'subtitle') +
    heightOf(sheet, notes.join(' '), 'note');
  return (
    words +
    2 * GAP +
    layOutLegend(sheet, figure.legend).height +
    (figure.chart ? heightPxOf(sheet, figure.chart) * POINTS_PER_PIXEL : 0)
  );
};

const widthPxOf = ({ width }: Sheet): number => Math.round(width / POINTS_PER_PIXEL);

const heightPxOf = (sheet: Sheet, chart: FigureChart): number => figureHeight(chart, widthPxOf(sheet));

const drawDrawing = (sheet: Sheet, figure: FigureBlock['figure'], chart: FigureChart): void => {
  const top = sheet.y;
  const legend = layOutLegend(sheet, figure.legend);
  const heightPx = heightPxOf(sheet, chart);
  const bottom = top + legend.height + heightPx * POINTS_PER_PIXEL;
  const draw = (): void => {
    drawLegend(sheet, legend, top);
    const place = {
      x: sheet.left,
      y: top + legend.height,
      widthPx: widthPxOf(sheet),
      heightPx,
      scale: POINTS_PER_PIXEL,
    };
    drawChart(sheet.doc, paintFigure(chart, paperPalette), place);
  };
  tag(sheet, 'Figure', draw, { alt: figure.alt, bbox: [sheet.left, top, sheet.left + sheet.width, bottom] });
  sheet.y = bottom + GAP;
};

type Words = 'caption' | 'subtitle' | 'note';

const heightOf = (sheet: Sheet, text: string, style: Words): number =>
  text === '' ? 0 : linesOf(sheet, text, STYLES[style], sheet.width).length * STYLES[style].leading;

const drawWords = (sheet: Sheet, text: string, style: Words): void => {
  if (text === '') return;
  const lines = linesOf(sheet, text, STYLES[style], sheet.width);
  tag(sheet, 'P', () => {
    sheet.y = setLines(sheet, lines, STYLES[style], { x: sheet.left, y: sheet.y, width: sheet.width });
  });
};
