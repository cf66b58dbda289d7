import type { Mark } from './figure';
import type { FigureChart, FigureRow } from './figure-chart';

/** The axis of a chart of dots: bars start at 0, dots may be cut, means stand on the full scale. */
export interface DotScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Text of each tick. */
  readonly ticks: readonly string[];
  readonly ends?: readonly [string, string];
}

export interface DotSeries {
  readonly name: string;
  /** Colour token. */
  readonly colour: string;
  readonly mark: Exclude<Mark, 'square' | 'outline'>;
  readonly dots: readonly Dot[];
}

export interface Dot {
  readonly row: number;
  readonly lane: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly text: string;
  readonly lowerThan?: string;
  readonly tip: string;
}

const LANE_HEIGHT = 20;
/** Chart.js draws squares and triangles inside the circle of the radius: these look equally large. */
const POINT_RADIUS = { circle: 6, rect: 7.5, triangle: 7.5, rectRot: 7.5 } as const;

/** Dots with intervals: one row per statement or group, one lane per series in it. */
export const intervalChart = (
  rows: readonly FigureRow[],
  lanes: number,
  series: readonly DotSeries[],
  scale: DotScale,
): FigureChart => ({
  type: 'scatter',
  data: {
    datasets: series.map(({ name, colour, mark, dots }) => ({
      label: name,
      backgroundColor: colour,
      borderColor: '--surface',
      borderWidth: 2,
      pointStyle: mark,
      pointRadius: POINT_RADIUS[mark],
      data: dots.map(({ value, lane, ...dot }) => ({ ...dot, x: value, lane: (lane + 0.5) / lanes })),
    })),
  },
  options: {
    scales: {
      x: {
        type: 'linear',
        position: 'top',
        display: true,
        min: scale.min,
        max: scale.max,
        stacked: false,
        ticks: { stepSize: scale.step, color: '--ink-2' },
        grid: { display: false },
        border: { display: false },
      },
      y: { type: 'linear', display: false, reverse: true, min: 0, max: rows.length, stacked: false },
    },
    plugins: {
      legend: { display: false },
      figure: {
        rows,
        lanes,
        laneHeight: lanes === 1 ? LANE_HEIGHT + 4 : LANE_HEIGHT,
        labels: 'beside',
        values: 'none',
        gridlines: true,
        track: false,
        ticks: scale.ticks,
        ...(scale.ends && { ends: scale.ends }),
      },
    },
  },
});
