import type { FigureChart, FigureRow } from './figure-chart';

export interface IntervalBars {
  readonly name: string;
  /** Colour token. */
  readonly colour: string;
  /** One for each row; null where there is nothing to show. */
  readonly bars: readonly (IntervalBar | null)[];
}

export interface IntervalBar {
  readonly share: number;
  readonly low?: number;
  readonly high?: number;
  readonly text: string;
  readonly tip: string;
}

const LANE_HEIGHT = 18;
const BAR_HEIGHT = 12;
const STEP = 0.2;

/** Bars with their intervals: one row per answer, one lane per group in it. Bars begin at 0; the axis ends above the highest. */
export const intervalBars = (
  rows: readonly FigureRow[],
  series: readonly IntervalBars[],
  tickText: (share: number) => string,
): FigureChart => {
  const highest = Math.max(STEP, ...series.flatMap(({ bars }) => bars.map((bar) => bar?.high ?? bar?.share ?? 0)));
  const steps = Math.min(5, Math.ceil(highest / STEP - 1e-9));
  return {
    type: 'bar',
    data: {
      datasets: series.map(({ name, colour, bars }, lane) => ({
        label: name,
        backgroundColor: colour,
        borderColor: colour,
        borderWidth: 0,
        barThickness: BAR_HEIGHT,
        stack: 'row',
        data: bars.flatMap((bar, row) => {
          if (bar === null) return [];
          const { share, ...rest } = bar;
          return [{ ...rest, x: share, row, lane: (lane + 0.5) / series.length }];
        }),
      })),
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: {
          type: 'linear',
          position: 'top',
          display: true,
          min: 0,
          max: steps * STEP,
          stacked: true,
          ticks: { stepSize: STEP, color: '--ink-2' },
          grid: { display: false },
          border: { display: false },
        },
        y: { type: 'linear', display: false, reverse: true, min: 0, max: rows.length, stacked: true },
      },
      plugins: {
        legend: { display: false },
        figure: {
          rows,
          lanes: series.length,
          laneHeight: LANE_HEIGHT,
          labels: 'beside',
          values: 'short',
          gridlines: true,
          track: false,
          ticks: Array.from({ length: steps + 1 }, (_, at) => tickText(at * STEP)),
        },
      },
    },
  };
};
