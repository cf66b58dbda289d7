import type * as ChartJs from 'chart.js' with { 'resolution-mode': 'import' };
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FIGURE_TOKENS, figureHeight, paintFigure, presentFigures } from '../../../src/features/analysis';
import { loadTranslators } from '../../../src/platform/i18n';
import type { Item } from '../../../src/features/questionnaires/domain';
import { AGREE5, evaluation, questionnaire, response, resultsOf, times } from './answers';

const { Chart, registerables } = createRequire(__filename)('chart.js') as typeof ChartJs;
Chart.register(...registerables);

const items: Item[] = [
  {
    kind: 'battery',
    code: 'J',
    text: 'Zdania',
    criterion: 'jakosc',
    scale: 'AGREE5',
    choices: AGREE5,
    rows: [
      { code: 'J1', text: 'Zdanie' },
      { code: 'J2', text: 'Drugie zdanie' },
    ],
  },
  {
    kind: 'scale0to10',
    code: 'Z1',
    text: 'Polecenie',
    criterion: 'jakosc',
    lowLabel: 'nie',
    highLabel: 'tak',
    comparisonCode: 'recommendation',
  },
  {
    kind: 'multiple',
    code: 'B1',
    text: 'Bariery',
    criterion: 'trafnosc',
    choices: ['a', 'b'].map((code) => ({ code, label: `Bariera ${code}` })),
  },
  {
    kind: 'ranking',
    code: 'S1',
    text: 'Sfery',
    criterion: 'preferencje',
    most: 3,
    choices: ['x', 'y', 'z'].map((code) => ({ code, label: `Sfera ${code}` })),
  },
];
const responses = times(80, (at) =>
  response({
    K2: at % 2 === 0 ? 'polnoc' : 'poludnie',
    J1: at % 2 === 0 ? String(4 + (at % 4) / 2) : String(1 + (at % 3)),
    J2: '4',
    Z1: String(at % 11),
    B1: ['a'],
    S1: ['x', 'y'],
  }),
);
const { pl } = loadTranslators(join(__dirname, '../../../locales'));
const figures = presentFigures(resultsOf(questionnaire(...items), responses), evaluation, pl).flatMap(
  (section) => section.figures,
);

/** A Canvas that writes down what is drawn: enough of the 2D context for Chart.js and our plugins. */
const recordingCanvas = (width: number, height: number) => {
  const drawn: { colours: Set<unknown>; texts: string[] } = { colours: new Set(), texts: [] };
  const state: Record<string, unknown> = {};
  const context: Record<string, unknown> = new Proxy(state, {
    get: (_, name: string) => {
      if (name === 'canvas') return canvas;
      if (name === 'measureText') return (text: string) => ({ width: text.length * 7 });
      if (name === 'fillText') return (text: string) => void drawn.texts.push(text);
      return name in state ? state[name] : () => undefined;
    },
    set: (_, name: string, value) => {
      state[name] = value;
      if (name === 'fillStyle' || name === 'strokeStyle') drawn.colours.add(value);
      return true;
    },
  });
  const canvas = {
    width,
    height,
    style: {},
    getContext: () => context,
    getAttribute: () => null,
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return { canvas, drawn };
};

const palette = { colour: (token: string) => `colour of ${token}`, fontFamily: 'Plex' };

const draw = (figure: (typeof figures)[number], width: number) => {
  const { canvas, drawn } = recordingCanvas(width, figureHeight(figure.chart!, width));
  const chart = new Chart(canvas as never, paintFigure(figure.chart!, palette));
  chart.destroy();
  return drawn;
};

describe('A figure is one description for two pens', () => {
  test('every kind of figure is made', () => {
    expect(new Set(figures.map(({ kind }) => kind))).toEqual(
      new Set(['intervals', 'agreement', 'nps', 'bars', 'ranking']),
    );
  });

  test.each(figures.map((figure) => [figure.id, figure] as const))('%s survives the way through JSON', (_, figure) => {
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  test.each(figures.map((figure) => [figure.id, figure] as const))('%s uses known colour tokens only', (_, figure) => {
    const tokens =
      JSON.stringify(figure)
        .match(/"--[a-z0-9-]+"/g)
        ?.map((token) => JSON.parse(token) as string) ?? [];
    expect(tokens.filter((token) => !(FIGURE_TOKENS as readonly string[]).includes(token))).toEqual([]);
  });

  test.each(figures.flatMap((figure) => [628, 326].map((width) => [figure.id, width, figure] as const)))(
    '%s at %i px writes its row labels and leaves no token unresolved',
    (_, width, figure) => {
      const { colours, texts } = draw(figure, width);
      const labels = figure.chart!.options.plugins.figure.rows.map(({ label }) => label.split(' ')[0]);
      expect(labels.filter((word) => !texts.some((text) => text.startsWith(word!)))).toEqual([]);
      expect([...colours].filter((colour) => typeof colour === 'string' && colour.startsWith('--'))).toEqual([]);
    },
  );

  test('a significant difference is written beside the lower mark', () => {
    const intervals = figures.find(({ id }) => id.endsWith('J.instytucje'))!;
    expect(draw(intervals, 628).texts).toContain('A');
  });

  test('a narrow figure is higher, because its labels stand above the marks', () => {
    const agreement = figures.find(({ kind }) => kind === 'agreement')!;
    expect(figureHeight(agreement.chart!, 326)).toBeGreaterThan(figureHeight(agreement.chart!, 900));
  });
});
