export type {
  Figure,
  FigureBar,
  FigureKind,
  FigureTable,
  HeadCell,
  LegendEntry,
  Mark,
  TableCell,
  TableRow,
} from './figure';
export type { FigureChart, FigureDataset, FigureDrawing, FigurePoint, FigureRow } from './figure-chart';
export { FIGURE_TOKENS, type Palette } from './palette';
export { paintFigure, type PaintedFigure } from './paint-figure';
export { figureHeight } from './row-layout';
export { plainBarChart, segmentChart, type BarPart, type Segment } from './bar-chart';
export { intervalChart, type Dot, type DotScale, type DotSeries } from './interval-chart';
export { intervalBars, type IntervalBar, type IntervalBars } from './interval-bars';
