import type { Chart } from 'chart.js' with { 'resolution-mode': 'import' };
import type { FigureChart, FigurePoint } from '../figure-chart';
import type { Palette } from '../palette';
import { chartSpace, type FigurePlugin } from './chart-space';

/**
 * The 95% interval of each mark: of a dot a line in the colour of the series, drawn before the dots so that they lie on it; of a
 * bar a dark line over its end.
 */
export const drawIntervals = (figure: FigureChart, palette: Palette): FigurePlugin => ({
  id: 'drawIntervals',
  beforeDatasetsDraw: (chart) => {
    if (figure.type === 'scatter') drawLines(chart, figure, (colour) => colour);
  },
  afterDatasetsDraw: (chart) => {
    if (figure.type === 'bar') drawLines(chart, figure, () => palette.colour('--ink'));
  },
});

const drawLines = (
  chart: Chart<'bar' | 'scatter'>,
  figure: FigureChart,
  colourOf: (series: string) => string,
): void => {
  const space = chartSpace(chart, figure);
  space.pen.save();
  space.pen.lineWidth = 2;
  for (const dataset of chart.data.datasets)
    for (const { low, high, row, lane } of dataset.data as unknown as FigurePoint[]) {
      if (low === undefined || high === undefined) continue;
      space.pen.strokeStyle = colourOf(dataset.backgroundColor as string);
      space.pen.beginPath();
      space.pen.moveTo(space.x(low), space.y(row, lane));
      space.pen.lineTo(space.x(high), space.y(row, lane));
      space.pen.stroke();
    }
  space.pen.restore();
};
