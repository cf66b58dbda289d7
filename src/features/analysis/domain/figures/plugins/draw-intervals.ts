import type { FigureChart, FigurePoint } from '../figure-chart';
import { chartSpace, type FigurePlugin } from './chart-space';

/** The 95% interval of each dot: a line in the colour of the series, drawn before the dots so that they lie on it. */
export const drawIntervals = (figure: FigureChart): FigurePlugin => ({
  id: 'drawIntervals',
  beforeDatasetsDraw: (chart) => {
    const space = chartSpace(chart, figure);
    space.pen.save();
    space.pen.lineWidth = 2;
    for (const dataset of chart.data.datasets)
      for (const { low, high, row, lane } of dataset.data as unknown as FigurePoint[]) {
        if (low === undefined || high === undefined) continue;
        space.pen.strokeStyle = dataset.backgroundColor as string;
        space.pen.beginPath();
        space.pen.moveTo(space.x(low), space.y(row, lane));
        space.pen.lineTo(space.x(high), space.y(row, lane));
        space.pen.stroke();
      }
    space.pen.restore();
  },
});
