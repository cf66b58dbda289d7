import type { FigureChart, FigureDrawing, FigureRow } from './figure-chart';

/** Where things stand in a figure of a given width; all in CSS pixels. */
export interface RowLayout {
  /** Labels above the marks (narrow) or in a column at the left. */
  readonly above: boolean;
  readonly labelWidth: number;
  readonly valueWidth: number;
  readonly axisHeight: number;
  readonly rowHeight: number;
  /** Height taken by the label inside the row when it stands above. */
  readonly labelHeight: number;
}

export const TEXT_SIZE = 13;
export const LINE_HEIGHT = 17;
const ROW_PADDING = 16;
const WIDE = 600;
const MIDDLE = 420;
const VALUE_WIDTHS = { none: 0, short: 48, wide: 116 } as const;
/** Room for a value and a significance mark to the right of the highest dot. */
const DOT_LABEL_WIDTH = 76;
/** Average advance of IBM Plex Sans Medium at 13 px, with a little to spare; labels are wrapped by measured width. */
const CHARACTER_WIDTH = 7.1;

const linesOf = (row: FigureRow, width: number): number =>
  Math.max(1, Math.ceil((row.label.length * CHARACTER_WIDTH) / width)) + (row.sub === undefined ? 0 : 1);

const mostLines = (drawing: FigureDrawing, width: number): number =>
  Math.max(1, ...drawing.rows.map((row) => linesOf(row, width)));

const axisHeightOf = (chart: FigureChart): number => {
  if (!chart.options.scales.x.display) return 0;
  return chart.options.plugins.figure.ends === undefined ? 24 : 44;
};

const labelWidthAt = (width: number): number => (width >= WIDE ? 224 : 150);

/** The arrangement for a width: one rule for screen and paper. */
export const rowLayout = (chart: FigureChart, width: number): RowLayout => {
  const drawing = chart.options.plugins.figure;
  const above = drawing.labels === 'above' || width < MIDDLE;
  const valueWidth = chart.type === 'scatter' ? DOT_LABEL_WIDTH : VALUE_WIDTHS[drawing.values];
  const labelWidth = above ? 0 : labelWidthAt(width);
  const marks = drawing.lanes * drawing.laneHeight;
  const textHeight = mostLines(drawing, above ? width : labelWidth) * LINE_HEIGHT;
  const labelHeight = above ? textHeight + 4 : 0;
  const rowHeight = (above ? labelHeight + marks : Math.max(marks, textHeight)) + ROW_PADDING;
  return { above, labelWidth, valueWidth, axisHeight: axisHeightOf(chart), rowHeight, labelHeight };
};

/** Height that a figure needs at a width, in CSS pixels: both pens ask here. */
export const figureHeight = (chart: FigureChart, width: number): number => {
  const { axisHeight, rowHeight } = rowLayout(chart, width);
  return Math.ceil(axisHeight + rowHeight * chart.options.plugins.figure.rows.length);
};

/** Vertical place of a lane, in rows from the top of the first row, so that Chart.js's linear row scale can show it. */
export const rowPosition = (layout: RowLayout, row: number, lane: number): number => {
  const top = (ROW_PADDING / 2 + layout.labelHeight) / layout.rowHeight;
  const bottom = 1 - ROW_PADDING / 2 / layout.rowHeight;
  return row + top + (bottom - top) * lane;
};
