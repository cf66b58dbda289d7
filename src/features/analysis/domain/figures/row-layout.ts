import type { FigureChart, FigureDrawing, FigureRow } from './figure-chart';

/** Where things stand in a figure of a given width; all in CSS pixels. */
export interface RowLayout {
  /** Labels above the marks (narrow) or in a column at the left. */
  readonly above: boolean;
  readonly labelWidth: number;
  readonly valueWidth: number;
  readonly axisHeight: number;
  /** Lines that the words for the ends of the scale take above the axis. */
  readonly endLines: number;
  readonly rows: readonly RowPlace[];
  /** Height of all rows. */
  readonly height: number;
}

export interface RowPlace {
  readonly top: number;
  readonly height: number;
  /** Height taken by the label inside the row when it stands above. */
  readonly labelHeight: number;
}

export const TEXT_SIZE = 13;
export const LINE_HEIGHT = 17;
export const END_HEIGHT = 20;
const AXIS_HEIGHT = 24;
const ROW_PADDING = 16;
const WIDE = 600;
const MIDDLE = 420;
const LABEL_WIDTHS = { wide: 224, middle: 150 } as const;
const VALUE_WIDTHS = { none: 0, short: 48, wide: 116 } as const;
/** Room for a value and a significance mark to the right of the highest dot. */
const DOT_LABEL_WIDTH = 76;
/** Room for a short value at the end of a label that stands above its bar. */
export const VALUE_ABOVE_WIDTH = 56;
/** Average advance of IBM Plex Sans Medium at 13 px, with a little to spare; labels are wrapped by measured width. */
const CHARACTER_WIDTH = 7.1;

const widthOf = (text: string): number => text.length * CHARACTER_WIDTH;

const linesOf = (row: FigureRow, width: number): number =>
  Math.max(1, Math.ceil(widthOf(row.label) / width)) + (row.sub === undefined ? 0 : 1);

const endLinesAt = (chart: FigureChart, width: number): number => {
  const { ends } = chart.options.plugins.figure;
  if (!chart.options.scales.x.display || ends === undefined) return 0;
  return widthOf(ends[0]) + widthOf(ends[1]) > width ? 2 : 1;
};

/** The arrangement for a width: one rule for screen and paper. */
export const rowLayout = (chart: FigureChart, width: number): RowLayout => {
  const drawing = chart.options.plugins.figure;
  const above = drawing.labels === 'above' || width < MIDDLE;
  const labelWidth = above ? 0 : LABEL_WIDTHS[width >= WIDE ? 'wide' : 'middle'];
  const valueWidth = chart.type === 'scatter' ? DOT_LABEL_WIDTH : VALUE_WIDTHS[drawing.values];
  const endLines = endLinesAt(chart, width - labelWidth - valueWidth);
  const rows = placeRows(drawing, above ? width - VALUE_ABOVE_WIDTH : labelWidth - 16, above);
  const last = rows.at(-1);
  return {
    above,
    labelWidth,
    valueWidth,
    endLines,
    axisHeight: chart.options.scales.x.display ? AXIS_HEIGHT + endLines * END_HEIGHT : 0,
    rows,
    height: last === undefined ? 0 : last.top + last.height,
  };
};

const placeRows = (drawing: FigureDrawing, textWidth: number, above: boolean): readonly RowPlace[] => {
  const marks = drawing.lanes * drawing.laneHeight;
  const places: RowPlace[] = [];
  let top = 0;
  for (const row of drawing.rows) {
    const textHeight = linesOf(row, textWidth) * LINE_HEIGHT;
    const labelHeight = above ? textHeight + 4 : 0;
    const height = (above ? labelHeight + marks : Math.max(marks, textHeight)) + ROW_PADDING;
    places.push({ top, height, labelHeight });
    top += height;
  }
  return places;
};

/** Height that a figure needs at a width, in CSS pixels: both pens ask here. */
export const figureHeight = (chart: FigureChart, width: number): number => {
  const { axisHeight, height } = rowLayout(chart, width);
  return Math.ceil(axisHeight + height);
};

/** Pixels below the first row's upper edge, in units of Chart.js's row scale: 0 to the number of rows. */
const inRows = ({ rows, height }: RowLayout, pixels: number): number =>
  height === 0 ? 0 : (pixels / height) * rows.length;

/** Place of a lane on the row scale: 0 the upper, 1 the lower edge of the row's marks. */
export const rowPosition = (layout: RowLayout, row: number, lane: number): number => {
  const place = layout.rows[row];
  if (place === undefined) return 0;
  const top = ROW_PADDING / 2 + place.labelHeight;
  const bottom = place.height - ROW_PADDING / 2;
  return inRows(layout, place.top + top + (bottom - top) * lane);
};

/** Upper edge of a row on the row scale. */
export const rowEdge = (layout: RowLayout, row: number): number => inRows(layout, layout.rows[row]?.top ?? 0);
