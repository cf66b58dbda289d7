import type { ChartConfiguration } from 'chart.js' with { 'resolution-mode': 'import' };
import { arrangeRows } from './plugins/arrange-rows';
import { drawGround } from './plugins/draw-ground';
import { drawIntervals } from './plugins/draw-intervals';
import { drawTexts } from './plugins/draw-texts';
import type { FigureChart, FigurePoint } from './figure-chart';
import { withColours, type Palette } from './palette';
import { END_HEIGHT, rowLayout, TEXT_SIZE } from './row-layout';

/** What the pens ask Chart.js for; both register BarController, BarElement, ScatterController, PointElement, LinearScale. */
export type PaintedFigure = ChartConfiguration<'bar' | 'scatter', FigurePoint[]>;

/**
 * The same figure in real colours, with our own plugins, ready for `new Chart(canvas, …)` in a browser or on paper.
 * Give it the height that `figureHeight(chart, width)` says. Still and not responsive, as paper wants it; the screen
 * overrides `responsive`. The plugins draw through the Canvas 2D context alone.
 */
export const paintFigure = (chart: FigureChart, palette: Palette): PaintedFigure => {
  const { type, data, options } = withColours(chart, palette);
  const font = { family: palette.fontFamily, size: TEXT_SIZE, weight: 500 as const };
  const x = {
    ...options.scales.x,
    ticks: { ...options.scales.x.ticks, font, maxRotation: 0, autoSkip: false, callback: tickText(chart) },
  };
  const configuration = {
    type,
    data: { datasets: data.datasets.map((dataset) => ({ ...dataset, clip: false })) },
    options: {
      ...options,
      scales: { x, y: { ...options.scales.y, offset: false } },
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      font,
      layout: { padding: ({ chart: { width } }: { chart: { width: number } }) => paddingAt(chart, width) },
      plugins: { ...options.plugins, tooltip },
    },
    plugins: [arrangeRows(chart), drawGround(chart, palette), drawIntervals(chart, palette), drawTexts(chart, palette)],
  };
  // Chart.js's types know neither our points' extra fields nor options of unregistered plugins.
  return configuration as unknown as PaintedFigure;
};

const tickText = (chart: FigureChart) => (_value: number, index: number) =>
  chart.options.plugins.figure.ticks[index] ?? '';

const paddingAt = (chart: FigureChart, width: number) => {
  const { labelWidth, valueWidth, endLines } = rowLayout(chart, width);
  return { left: labelWidth, right: valueWidth, top: endLines * END_HEIGHT, bottom: 0 };
};

const tooltip = {
  displayColors: false,
  callbacks: { title: () => '', label: ({ raw }: { raw: unknown }) => (raw as FigurePoint).tip },
};
