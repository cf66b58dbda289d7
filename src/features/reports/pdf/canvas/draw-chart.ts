import { createRequire } from 'node:module';
import type * as ChartJs from 'chart.js' with { 'resolution-mode': 'import' };
import type { ChartConfiguration } from 'chart.js' with { 'resolution-mode': 'import' };
import type { PaintedFigure } from '../../../analysis/domain';
import { IDENTITY } from './matrix';
import { PaperContext } from './paper-context';

/** The CommonJS copy, the same that the figures' plugins see: two copies would not know each other's elements. */
const { Chart, registerables } = createRequire(__filename)('chart.js') as typeof ChartJs;
Chart.register(...registerables);

interface ChartPlace {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Points on the page for each CSS pixel. */
  readonly scale: number;
}

/** Let unchanged Chart.js draw into the page. Call inside the Figure's content. */
export const drawChart = (
  doc: PDFKit.PDFDocument,
  configuration: PaintedFigure | ChartConfiguration,
  place: ChartPlace,
): void => {
  const { x, y, widthPx, heightPx, scale } = place;
  const context = new PaperContext(doc, { ...IDENTITY, a: scale, d: scale, e: x, f: y });
  const { options } = configuration;
  const forPaper = {
    ...configuration,
    options: { ...options, responsive: false, animation: false, devicePixelRatio: 1, events: [] },
  };
  new Chart(canvasFor(context, widthPx, heightPx), forPaper as ChartConfiguration).destroy();
};

/** As much of a canvas element as Chart.js asks for where there is no document. */
const canvasFor = (context: PaperContext, width: number, height: number): HTMLCanvasElement => {
  const nothing = (): void => undefined;
  const canvas = {
    width,
    height,
    style: {},
    getContext: () => context,
    getAttribute: () => null,
    setAttribute: nothing,
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  Object.assign(context, { canvas });
  return canvas as unknown as HTMLCanvasElement;
};
