import type { Chart, Plugin } from 'chart.js' with { 'resolution-mode': 'import' };
import type { FigureChart } from '../figure-chart';
import { rowEdge, rowLayout, rowPosition, type RowLayout } from '../row-layout';
import type { Pen } from '../wrap-text';

export type FigurePlugin = Plugin<'bar' | 'scatter'>;

/** Places on the canvas, in pixels, once Chart.js has laid the figure out. */
export interface ChartSpace {
  readonly pen: Pen;
  readonly layout: RowLayout;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  x(value: number): number;
  y(row: number, lane: number): number;
  /** Upper edge of a row. */
  edge(row: number): number;
}

export const chartSpace = (chart: Chart, figure: FigureChart): ChartSpace => {
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) throw new Error('A figure has two scales, x and y');
  const layout = rowLayout(figure, chart.width);
  return {
    pen: chart.ctx,
    layout,
    left: chart.chartArea.left,
    right: chart.chartArea.right,
    width: chart.width,
    x: (value) => x.getPixelForValue(value),
    y: (row, lane) => y.getPixelForValue(rowPosition(layout, row, lane)),
    edge: (row) => y.getPixelForValue(rowEdge(layout, row)),
  };
};

/** The font of every text in a figure. */
export const fontOf = (family: string, weight: 400 | 500 | 600): string => `${weight} 13px ${family}`;
