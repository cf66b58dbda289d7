import { BasicPlatform, Chart } from '../../figures/parts/chart-kit';
import { screenPalette } from '../../figures/parts/screen-palette';
import { figureHeight, paintFigure, type FigureChart } from '../../../../src/features/analysis/domain/figures';

/** A figure to be saved, with the words that make it understood outside the page. */
export interface SavedFigure {
  readonly chart: FigureChart;
  readonly title: string;
  readonly note: string;
  readonly legend: readonly { readonly colour: string; readonly text: string }[];
}

type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'fillRect' | 'fillText' | 'font' | 'measureText' | 'textBaseline' | 'textAlign'
>;

const WIDTH = 960;
const MARGIN = 24;
const LINE = 22;
const SHARPNESS = 2;
const SQUARE = 12;

const inner = WIDTH - 2 * MARGIN;

export const figureAsPng = async (figure: SavedFigure): Promise<Blob | null> => {
  await document.fonts.ready;
  const chart = canvasOf(inner, figureHeight(figure.chart, inner));
  drawChart(chart, figure, SHARPNESS);
  const picture = canvasOf(WIDTH, 1);
  const measuring = picture.getContext('2d');
  if (measuring === null) return null;
  const top = drawWords(measuring, figure, 0);
  picture.width = WIDTH * SHARPNESS;
  picture.height = (top + figureHeight(figure.chart, inner) + MARGIN) * SHARPNESS;
  const pen = picture.getContext('2d');
  if (pen === null) return null;
  pen.scale(SHARPNESS, SHARPNESS);
  drawWords(pen, figure, picture.height / SHARPNESS);
  pen.drawImage(chart, MARGIN, top, inner, figureHeight(figure.chart, inner));
  return new Promise((resolve) => {
    picture.toBlob(resolve, 'image/png');
  });
};

/** The same drawing by a pen that writes SVG; its code is fetched when it is first asked for. */
export const figureAsSvg = async (figure: SavedFigure): Promise<Blob> => {
  const [{ Context }] = await Promise.all([import('svgcanvas/dist/svgcanvas.esm.js'), document.fonts.ready]);
  const height = figureHeight(figure.chart, inner);
  const pen = (width: number, tall: number) => new Context(penOptions(width, tall));
  const chart = pen(inner, height);
  drawChart(asCanvas(chart, inner, height), figure, 1);
  const measured = drawWords(pen(WIDTH, 1) as unknown as Pen, figure, 0);
  const page = pen(WIDTH, measured + height + MARGIN);
  const top = drawWords(page as unknown as Pen, figure, measured + height + MARGIN);
  const drawing = page.getSvg();
  const bars = chart.getSvg();
  bars.setAttribute('x', String(MARGIN));
  bars.setAttribute('y', String(top));
  drawing.append(bars);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = figure.title;
  drawing.prepend(title);
  drawing.setAttribute('viewBox', `0 0 ${WIDTH} ${measured + height + MARGIN}`);
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml;charset=utf-8' });
};

const canvasOf = (width: number, height: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
};

/** Elements of a document of their own, to which the page's rules about styles do not apply; texts are measured in the page's fonts. */
const penOptions = (width: number, height: number) => ({
  width,
  height,
  document: document.implementation.createHTMLDocument(''),
  ctx: canvasOf(1, 1).getContext('2d'),
});

/** As much of a canvas as Chart.js touches. */
const asCanvas = (pen: object, width: number, height: number): HTMLCanvasElement => {
  const canvas = { width, height, getContext: () => pen };
  Object.defineProperty(pen, 'canvas', { value: canvas, configurable: true });
  return canvas as unknown as HTMLCanvasElement;
};

const drawChart = (canvas: HTMLCanvasElement, { chart }: SavedFigure, devicePixelRatio: number): void => {
  const painted = paintFigure(chart, screenPalette());
  const options = { ...painted.options, devicePixelRatio, events: [] };
  new Chart(canvas, { ...painted, options, platform: BasicPlatform });
};

/** Ground, title, note and legend. @returns where the chart begins */
const drawWords = (pen: Pen, { title, note, legend }: SavedFigure, height: number): number => {
  const palette = screenPalette();
  const { fontFamily } = palette;
  const colour = (token: string): string => palette.colour(token);
  pen.fillStyle = colour('--surface');
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  let y = MARGIN;
  const write = (text: string, font: string, ink: string): void => {
    pen.font = font;
    pen.fillStyle = colour(ink);
    for (const line of linesOf(pen, text)) {
      pen.fillText(line, MARGIN, y);
      y += LINE;
    }
  };
  write(title, `620 17px ${fontFamily}`, '--ink');
  write(note, `400 13px ${fontFamily}`, '--ink-2');
  pen.font = `400 13px ${fontFamily}`;
  let x = MARGIN;
  for (const entry of legend) {
    const wide = SQUARE + 8 + pen.measureText(entry.text).width + 20;
    if (x > MARGIN && x + wide > WIDTH - MARGIN) {
      x = MARGIN;
      y += LINE;
    }
    pen.fillStyle = colour(entry.colour);
    pen.fillRect(x, y - SQUARE / 2, SQUARE, SQUARE);
    pen.fillStyle = colour('--ink-2');
    pen.fillText(entry.text, x + SQUARE + 8, y);
    x += wide;
  }
  return y + LINE;
};

const linesOf = (pen: Pen, text: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > inner) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};
