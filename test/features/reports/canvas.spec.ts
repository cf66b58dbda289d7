import type { ChartConfiguration } from 'chart.js' with { 'resolution-mode': 'import' };
import { curvesOf } from '../../../src/features/reports/pdf/canvas/arc';
import { inkOf } from '../../../src/features/reports/pdf/canvas/colour';
import { cssFontOf } from '../../../src/features/reports/pdf/canvas/css-font';
import { drawChart } from '../../../src/features/reports/pdf/canvas/draw-chart';
import { openDocument } from '../../../src/features/reports/pdf/document';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { readObjects } from './pdf-objects';
import { sampleTree } from './sample-tree';

const fonts = openFonts();

/** The drawing operators of one chart, alone on a page. */
const contentOf = async (configuration: ChartConfiguration): Promise<string> => {
  const doc = openDocument(sampleTree().about, fonts);
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.addPage();
  drawChart(doc, configuration, { x: 62, y: 84, widthPx: 400, heightPx: 200, scale: 0.75 });
  doc.end();
  await ended;
  return [...readObjects(Buffer.concat(parts)).values()]
    .map(({ stream = '' }) => (/ (re|m)\n/.test(stream) ? stream : ''))
    .join('\n');
};

const labels = {
  id: 'labels',
  afterDatasetsDraw: ({ ctx }: { ctx: CanvasRenderingContext2D }) => {
    ctx.save();
    ctx.fillStyle = '#16211f';
    ctx.font = '600 13px IBM Plex Sans';
    ctx.fillText('Zażółć 76%', 100, 100);
    ctx.rotate(-Math.PI / 2);
    ctx.fillText('pionowo', -100, 20);
    ctx.restore();
  },
};

const doughnut: ChartConfiguration = {
  type: 'doughnut',
  data: { labels: ['tak', 'nie'], datasets: [{ data: [76, 24], backgroundColor: ['#10665a', '#8c4a0b'] }] },
  plugins: [labels],
};

const bars: ChartConfiguration = {
  type: 'bar',
  data: { labels: ['OWES', 'ROPS'], datasets: [{ label: 'ocena', data: [4.4, 4.1], backgroundColor: '#1f4e8c80' }] },
  options: { indexAxis: 'y' },
  plugins: [labels],
};

describe('Chart.js drawn into a page', () => {
  it('draws a doughnut as Bézier curves with labels as text', async () => {
    const content = await contentOf(doughnut);
    expect(content.match(/ c\n/g)?.length).toBeGreaterThan(8);
    expect(content).toMatch(/\bTJ\b/);
  });

  it('draws bars as filled paths, half transparent where asked', async () => {
    const content = await contentOf(bars);
    expect(content).toMatch(/\bf\n/);
    expect(content).toMatch(/\/Gs\d+ gs/);
  });

  it('leaves graphics states balanced', async () => {
    const content = await contentOf(bars);
    expect(content.match(/^q$/gm)?.length).toBe(content.match(/^Q$/gm)?.length);
  });
});

describe('what Canvas says and paper needs', () => {
  it('turns a circle into four curves that end where they began', () => {
    const { start, curves } = curvesOf({
      centre: { x: 10, y: 20 },
      radiusX: 5,
      radiusY: 5,
      rotation: 0,
      start: 0,
      end: 2 * Math.PI,
      counterclockwise: false,
    });
    expect(curves).toHaveLength(4);
    expect(start).toEqual({ x: 15, y: 20 });
    expect(curves[3]?.[2].x).toBeCloseTo(15, 9);
    expect(curves[3]?.[2].y).toBeCloseTo(20, 9);
  });

  it('goes the shorter way round when asked for counterclockwise', () => {
    const arc = { centre: { x: 0, y: 0 }, radiusX: 1, radiusY: 1, rotation: 0, start: Math.PI / 2, end: 0 };
    expect(curvesOf({ ...arc, counterclockwise: true }).curves).toHaveLength(1);
    expect(curvesOf({ ...arc, counterclockwise: false }).curves).toHaveLength(3);
  });

  it('reads weight and size of a CSS font', () => {
    expect(cssFontOf('normal 600 11px "IBM Plex Sans"')).toEqual({ name: 'semibold', sizePx: 11 });
    expect(cssFontOf('500 13px IBM Plex Sans')).toEqual({ name: 'regular', sizePx: 13 });
    expect(cssFontOf('bold 12.5px sans-serif')).toEqual({ name: 'semibold', sizePx: 12.5 });
  });

  it('reads colours with their opacity; what is no colour leaves no mark', () => {
    expect(inkOf('rgba(20, 89, 74, 0.5)')).toEqual({ rgb: [20, 89, 74], alpha: 0.5 });
    expect(inkOf('transparent').alpha).toBe(0);
    expect(inkOf(undefined).alpha).toBe(0);
  });
});
