import type { FigureChart, FigurePoint } from '../figure-chart';
import { rowLayout, rowPosition } from '../row-layout';
import type { FigurePlugin } from './chart-space';

/** Puts each mark on its lane: the place depends on the width, because narrow figures write labels above the marks. */
export const arrangeRows = (figure: FigureChart): FigurePlugin => ({
  id: 'arrangeRows',
  beforeUpdate: (chart) => {
    const layout = rowLayout(figure, chart.width);
    for (const { data } of chart.data.datasets)
      for (const point of data as unknown as (FigurePoint & { y: number })[])
        point.y = rowPosition(layout, point.row, point.lane);
  },
});
