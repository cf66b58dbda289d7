import type { FigureChart, FigureDataset, FigureDrawing, FigureRow } from './figure-chart';

export interface Segment {
  readonly name: string;
  /** Colour tokens of the bar and of the text in it. */
  readonly colour: string;
  readonly labelColour: string;
  /** Drawn as an empty frame: what is no point of the scale. */
  readonly isOutlined?: true;
  /** Part of each row, 0 to 1; absent where the row has none to show. */
  readonly parts: readonly (BarPart | null)[];
}

export interface BarPart {
  readonly share: number;
  readonly text: string;
  readonly tip: string;
}

const SEGMENT_HEIGHT = 28;
const BAR_HEIGHT = 10;

/** Rows divided into segments that add up to 100%. */
export const segmentChart = (rows: readonly FigureRow[], segments: readonly Segment[]): FigureChart =>
  barChartOf(segments.map(segmentDataset), {
    rows,
    lanes: 1,
    laneHeight: SEGMENT_HEIGHT,
    labels: 'beside',
    values: 'wide',
    gridlines: false,
    track: false,
    ticks: [],
  });

/** One bar per row on a pale track of 100%, its label above, its value at the right. */
export const plainBarChart = (
  rows: readonly FigureRow[],
  name: string,
  parts: readonly (BarPart | null)[],
): FigureChart =>
  barChartOf([{ ...datasetOf(name, '--brand', parts), barThickness: BAR_HEIGHT }], {
    rows,
    lanes: 1,
    laneHeight: BAR_HEIGHT,
    labels: 'above',
    values: 'none',
    gridlines: false,
    track: true,
    ticks: [],
  });

const segmentDataset = ({ name, colour, labelColour, isOutlined, parts }: Segment): FigureDataset => ({
  ...datasetOf(name, colour, parts),
  labelColor: labelColour,
  borderColor: isOutlined ? '--line-strong' : '--surface',
  borderWidth: 1,
  barThickness: SEGMENT_HEIGHT,
  stack: 'row',
});

const datasetOf = (name: string, colour: string, parts: readonly (BarPart | null)[]): FigureDataset => ({
  label: name,
  backgroundColor: colour,
  borderColor: colour,
  borderWidth: 0,
  data: parts.flatMap((part, row) =>
    part === null ? [] : [{ x: part.share, row, lane: 0.5, text: part.text, tip: part.tip }],
  ),
});

const barChartOf = (datasets: readonly FigureDataset[], figure: FigureDrawing): FigureChart => ({
  type: 'bar',
  data: { datasets },
  options: {
    indexAxis: 'y',
    scales: {
      x: {
        type: 'linear',
        position: 'bottom',
        display: false,
        min: 0,
        max: 1,
        stacked: true,
        ticks: { stepSize: 0.2, color: '--ink-2' },
        grid: { display: false },
        border: { display: false },
      },
      y: { type: 'linear', display: false, reverse: true, min: 0, max: figure.rows.length, stacked: true },
    },
    plugins: { legend: { display: false }, figure },
  },
});
