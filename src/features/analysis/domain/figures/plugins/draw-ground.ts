import type { FigureChart, FigureRow } from '../figure-chart';
import type { Palette } from '../palette';
import { LINE_HEIGHT, VALUE_ABOVE_WIDTH } from '../row-layout';
import { wrapText } from '../wrap-text';
import { chartSpace, fontOf, type ChartSpace, type FigurePlugin } from './chart-space';

/** What stands behind the marks: hairlines between rows, row labels, grid lines, tracks, values at the right, scale ends. */
export const drawGround = (figure: FigureChart, palette: Palette): FigurePlugin => ({
  id: 'drawGround',
  beforeDatasetsDraw: (chart) => {
    const space = chartSpace(chart, figure);
    const { rows, gridlines, track } = figure.options.plugins.figure;
    space.pen.save();
    space.pen.textBaseline = 'middle';
    rows.forEach((row, index) => {
      if (index > 0 && !track) hairline(space, index, palette);
      if (gridlines) drawGridlines(space, figure, index, palette);
      if (track || row.hidden !== undefined) drawTrack(space, index, row, palette);
      drawLabel(space, row, index, palette);
      drawValue(space, row, index, palette);
    });
    drawEnds(space, figure, palette);
    space.pen.restore();
  },
});

const line = ({ pen }: ChartSpace, from: readonly [number, number], to: readonly [number, number]): void => {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
};

const hairline = (space: ChartSpace, row: number, palette: Palette): void => {
  space.pen.strokeStyle = palette.colour('--line');
  space.pen.lineWidth = 1;
  line(space, [0, space.edge(row)], [space.width, space.edge(row)]);
};

const drawGridlines = (space: ChartSpace, figure: FigureChart, row: number, palette: Palette): void => {
  const { min, max, ticks } = figure.options.scales.x;
  space.pen.strokeStyle = palette.colour('--grid');
  space.pen.lineWidth = 1;
  for (let value = min; value <= max + ticks.stepSize / 2; value += ticks.stepSize)
    line(space, [space.x(value), space.y(row, 0)], [space.x(value), space.y(row, 1)]);
};

const drawTrack = (space: ChartSpace, index: number, row: FigureRow, palette: Palette): void => {
  const { pen, left, right } = space;
  const middle = space.y(index, 0.5);
  if (row.hidden === undefined) {
    pen.fillStyle = palette.colour('--sunken');
    pen.fillRect(left, middle - 5, right - left, 10);
    return;
  }
  pen.strokeStyle = palette.colour('--line-strong');
  pen.lineWidth = 1;
  pen.setLineDash([3, 3]);
  pen.strokeRect(left + 0.5, middle - 5, right - left - 1, 10);
  pen.setLineDash([]);
};

const drawLabel = (space: ChartSpace, row: FigureRow, index: number, palette: Palette): void => {
  const { pen, layout } = space;
  pen.textAlign = 'left';
  pen.font = fontOf(palette.fontFamily, 500);
  const lines = wrapText(pen, row.label, layout.above ? space.width - VALUE_ABOVE_WIDTH : layout.labelWidth - 16);
  const count = lines.length + (row.sub === undefined ? 0 : 1);
  const first = layout.above
    ? space.y(index, 0) - 4 - (count - 0.5) * LINE_HEIGHT
    : space.y(index, 0.5) - ((count - 1) / 2) * LINE_HEIGHT;
  pen.fillStyle = palette.colour('--ink');
  for (const [place, text] of lines.entries()) pen.fillText(text, 0, first + place * LINE_HEIGHT);
  if (row.sub === undefined) return;
  pen.font = fontOf(palette.fontFamily, 400);
  pen.fillStyle = palette.colour('--ink-3');
  pen.fillText(row.sub, 0, first + lines.length * LINE_HEIGHT);
};

/** Short values end at the right edge; wide ones (a value over its interval or n) begin after the marks. */
const drawValue = (space: ChartSpace, row: FigureRow, index: number, palette: Palette): void => {
  const { pen } = space;
  const value = row.hidden ?? row.value;
  if (value === undefined) return;
  const wide = row.valueSub !== undefined || row.hidden !== undefined;
  const place = space.y(index, 0.5);
  pen.textAlign = space.layout.valueWidth > 60 && wide ? 'left' : 'right';
  const x = pen.textAlign === 'left' ? space.right + 12 : space.width;
  const y = space.layout.above && !wide ? space.y(index, 0) - 4 - LINE_HEIGHT / 2 : place;
  pen.font = fontOf(palette.fontFamily, row.hidden === undefined ? 600 : 400);
  pen.fillStyle = palette.colour(row.hidden === undefined ? '--ink' : '--ink-3');
  pen.fillText(value, x, row.valueSub === undefined ? y : y - LINE_HEIGHT / 2);
  if (row.valueSub === undefined) return;
  pen.font = fontOf(palette.fontFamily, 400);
  pen.fillStyle = palette.colour('--ink-3');
  pen.fillText(row.valueSub, x, y + LINE_HEIGHT / 2);
};

/** Left and right end on one line, or one below the other where they would meet. */
const drawEnds = (space: ChartSpace, figure: FigureChart, palette: Palette): void => {
  const { ends } = figure.options.plugins.figure;
  const { pen, layout } = space;
  if (ends === undefined || layout.endLines === 0) return;
  pen.font = fontOf(palette.fontFamily, 500);
  pen.fillStyle = palette.colour('--ink-2');
  pen.textAlign = 'left';
  pen.fillText(ends[0], space.left, 9);
  pen.textAlign = 'right';
  pen.fillText(ends[1], layout.endLines === 1 ? space.right : space.width, 9 + (layout.endLines - 1) * LINE_HEIGHT);
};
