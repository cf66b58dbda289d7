export type { Figure, FigureKind, FigureTable, HeadCell, LegendEntry, Mark, TableCell, TableRow } from './figure';
export type { FigureChart, FigureDataset, FigureDrawing, FigurePoint, FigureRow } from './figure-chart';
export { FIGURE_TOKENS, type Palette } from './palette';
export { paintFigure, type PaintedFigure } from './paint-figure';
export { figureHeight } from './row-layout';
