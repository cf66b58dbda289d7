import type { FigureChart, FigureDataset, FigurePoint } from '../figure-chart';
import type { Palette } from '../palette';
import { chartSpace, fontOf, type ChartSpace, type FigurePlugin } from './chart-space';

/** Values at the marks: beside a dot's interval, with its significance mark; inside a segment where the text fits. */
export const drawTexts = (figure: FigureChart, palette: Palette): FigurePlugin => ({
  id: 'drawTexts',
  afterDatasetsDraw: (chart) => {
    const space = chartSpace(chart, figure);
    space.pen.save();
    space.pen.textBaseline = 'middle';
    space.pen.font = fontOf(palette.fontFamily, figure.type === 'scatter' ? 600 : 500);
    chart.data.datasets.forEach((dataset, index) => {
      const points = dataset.data as unknown as FigurePoint[];
      if (figure.type === 'scatter' || points.some(({ low }) => low !== undefined))
        for (const point of points) drawBesideDot(space, point, palette);
      else
        drawInSegments(
          space,
          points,
          dataset as unknown as FigureDataset,
          chart.getDatasetMeta(index).data as unknown as Segment[],
        );
    });
    space.pen.restore();
  },
});

interface Segment {
  readonly x: number;
  readonly base: number;
  readonly y: number;
}

const GAP = 10;

const drawBesideDot = (space: ChartSpace, point: FigurePoint, palette: Palette): void => {
  if (point.text === undefined) return;
  const { pen } = space;
  const x = Math.max(space.x(point.high ?? point.x), space.x(point.x) + 6) + GAP;
  const y = space.y(point.row, point.lane);
  pen.fillStyle = palette.colour('--ink');
  pen.textAlign = 'left';
  pen.fillText(point.text, x, y);
  if (point.lowerThan === undefined) return;
  const after = x + pen.measureText(point.text).width + 6;
  drawTriangle(space, after, y);
  pen.fillText(point.lowerThan, after + 12, y);
};

/** Points down. A path, because IBM Plex Sans has no such letter. */
const drawTriangle = ({ pen }: ChartSpace, x: number, y: number): void => {
  pen.beginPath();
  pen.moveTo(x, y - 4);
  pen.lineTo(x + 9, y - 4);
  pen.lineTo(x + 4.5, y + 4);
  pen.closePath();
  pen.fill();
};

const LEAST_SHARE_WITH_TEXT = 0.06;

const drawInSegments = (
  { pen }: ChartSpace,
  points: readonly FigurePoint[],
  dataset: FigureDataset,
  segments: readonly Segment[],
): void => {
  if (dataset.labelColor === undefined) return;
  pen.fillStyle = dataset.labelColor;
  pen.textAlign = 'center';
  points.forEach(({ x, text }, index) => {
    const segment = segments[index];
    if (segment === undefined || text === undefined || x < LEAST_SHARE_WITH_TEXT) return;
    if (pen.measureText(text).width + 6 > Math.abs(segment.x - segment.base)) return;
    pen.fillText(text, (segment.x + segment.base) / 2, segment.y);
  });
};
