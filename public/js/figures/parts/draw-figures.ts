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

/**
 * Draws every figure of a page, or of a part of it, when it comes near, closes its table, and draws anew when the theme
 * changes.
 *
 * @returns takes the figures down again, before the part is replaced
 */
export const drawFigures = (part: Document | HTMLElement): (() => void) => {
  const places = [...part.querySelectorAll<HTMLElement>('[data-figure]')].flatMap(placeIn);
  const resizing = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const place = places.find(({ frame }) => frame === target);
      if (place !== undefined) fit(place);
    }
  });
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const place = places.find(({ frame }) => frame === target);
        if (!isIntersecting || place === undefined) continue;
        watcher.unobserve(target);
        drawWhenReady(place, resizing);
      }
    },
    { rootMargin: '300px' },
  );
  for (const place of places) {
    place.frame.hidden = false;
    fit(place);
    closeTable(place.frame);
    watcher.observe(place.frame);
  }
  const stopListening = whenThemeChanges(document, () => {
    for (const place of places) if (drawn.has(place.canvas)) draw(place);
  });
  return () => {
    watcher.disconnect();
    resizing.disconnect();
    stopListening();
    for (const { canvas } of places) {
      drawn.get(canvas)?.destroy();
      drawn.delete(canvas);
    }
  };
};

const placeIn = (frame: HTMLElement): Place[] => {
  const canvas = frame.querySelector('canvas');
  const json = canvas?.dataset['chart'];
  return canvas === null || json === undefined ? [] : [{ canvas, frame, chart: JSON.parse(json) as FigureChart }];
};

/** The page's font measures differently from its stand-in: labels are wrapped once it is there. */
const drawWhenReady = (place: Place, resizing: ResizeObserver): void => {
  void document.fonts.ready.then(() => {
    if (!place.canvas.isConnected) return;
    draw(place);
    resizing.observe(place.frame);
  });
};

const draw = (place: Place): void => {
  drawn.get(place.canvas)?.destroy();
  const painted = paintFigure(place.chart, screenPalette(place.frame));
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

const whenThemeChanges = (page: Document, act: () => void): (() => void) => {
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', act);
  const themes = new MutationObserver(act);
  themes.observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    scheme.removeEventListener('change', act);
    themes.disconnect();
  };
};
