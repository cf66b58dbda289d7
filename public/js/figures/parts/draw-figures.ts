import { Chart } from './chart-kit';
import { figureHeight, paintFigure, type FigureChart } from '../../../../src/features/analysis/domain/figures';
import { screenPalette } from './screen-palette';

interface Place {
  readonly canvas: HTMLCanvasElement;
  readonly frame: HTMLElement;
  readonly chart: FigureChart;
}

/** Charts on the page, by their canvas. */
const drawn = new Map<HTMLCanvasElement, Pick<Chart, 'destroy'>>();

/** Draws every figure of the page when it comes near, closes its table, and draws anew when the theme changes. */
export const drawFigures = (page: Document): void => {
  const places = [...page.querySelectorAll<HTMLElement>('[data-figure]')].flatMap(placeIn);
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) drawOnce(places, target, watcher);
    },
    { rootMargin: '300px' },
  );
  for (const place of places) {
    place.frame.hidden = false;
    fit(place);
    closeTable(place.frame);
    watcher.observe(place.frame);
  }
  whenThemeChanges(page, () => {
    for (const place of places) if (drawn.has(place.canvas)) draw(place);
  });
};

const placeIn = (frame: HTMLElement): Place[] => {
  const canvas = frame.querySelector('canvas');
  const json = canvas?.dataset['chart'];
  return canvas === null || json === undefined ? [] : [{ canvas, frame, chart: JSON.parse(json) as FigureChart }];
};

const drawOnce = (places: readonly Place[], frame: Element, watcher: IntersectionObserver): void => {
  watcher.unobserve(frame);
  const place = places.find((candidate) => candidate.frame === frame);
  if (place === undefined) return;
  // The page's font measures differently from its stand-in: labels are wrapped once it is there.
  void document.fonts.ready.then(() => {
    draw(place);
    new ResizeObserver(() => {
      fit(place);
    }).observe(frame);
  });
};

const draw = (place: Place): void => {
  drawn.get(place.canvas)?.destroy();
  const painted = paintFigure(place.chart, screenPalette());
  drawn.set(place.canvas, new Chart(place.canvas, { ...painted, options: { ...painted.options, responsive: true } }));
};

/** A figure is as high as its rows need at this width. */
const fit = ({ canvas, frame, chart }: Place): void => {
  const width = frame.clientWidth;
  if (width === 0) return;
  frame.style.position = 'relative';
  // A canvas that waits to be drawn is 300 px wide of its own accord: too wide for the narrowest windows.
  canvas.style.maxWidth = '100%';
  frame.style.height = `${figureHeight(chart, width)}px`;
};

/** The table stands open where nothing draws the chart. */
const closeTable = (frame: HTMLElement): void => {
  frame.closest('figure')?.querySelector('details.as-table')?.removeAttribute('open');
};

const whenThemeChanges = (page: Document, act: () => void): void => {
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', act);
  new MutationObserver(act).observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
};
