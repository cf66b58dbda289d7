import type { Figure } from '../../analysis';

/** A figure drawn by the server: it is there without scripts, and stays while votes come in. */
export interface WallFigure {
  readonly title: string;
  readonly sub: string;
  readonly alt: string;
  /** Who was asked and who answered. */
  readonly base: string;
  /** The same, and what else is to be known beside the numbers. */
  readonly notes: readonly string[];
  readonly shape: 'segments' | 'bars' | 'dots' | 'none';
  readonly legend: readonly { readonly className: string; readonly text: string; readonly note: string }[];
  /** The ends of a scale, in words or numbers; null where bars begin at nought. */
  readonly ends: readonly [string, string] | null;
  readonly rows: readonly WallRow[];
  /** Many bars stand closer. */
  readonly isDense: boolean;
  readonly table: Figure['table'];
}

export interface WallRow {
  readonly label: string;
  readonly sub: string;
  /** Why nothing is drawn; empty where something is. */
  readonly hidden: string;
  readonly lanes: readonly WallLane[];
}

/** One bar, or one dot: positions are parts of the full width. */
export interface WallLane {
  readonly parts: readonly WallPart[];
  /** Written at the right end; empty where texts stand in the bar. */
  readonly value: string;
}

export interface WallPart {
  readonly className: string;
  readonly x: string;
  readonly width: string;
  readonly middle: string;
  /** Written inside; empty where there is no room. */
  readonly text: string;
  readonly textClass: string;
}

type Chart = NonNullable<Figure['chart']>;
type Dataset = Chart['data']['datasets'][number];
type Point = Dataset['data'][number];

/** As many as people at the back can read. */
const MOST_LANES = 12;
const MOST_WIDE_LANES = 7;
const NARROWEST_WITH_TEXT = 0.07;
const FULL = 100;

const percent = (part: number): string => `${(FULL * Math.max(0, Math.min(1, part))).toFixed(2)}%`;
const classOf = (token: string): string =>
  token
    .replace(/^--s(\d)$/, 'f$1')
    .replace(/^--brand$/, 'fb')
    .replace(/^--/, '');

const shapeOf = ({ chart }: Figure): WallFigure['shape'] => {
  if (chart === null) return 'none';
  if (chart.type === 'scatter') return 'dots';
  const { scales, plugins } = chart.options;
  return scales.x.display || plugins.figure.track ? 'bars' : 'segments';
};

export const wallFigure = (figure: Figure): WallFigure => {
  const { title, sub, alt, notes, table, chart } = figure;
  const shape = shapeOf(figure);
  const rows = chart === null ? [] : rowsOf(chart, shape);
  return {
    title,
    sub,
    alt,
    base: notes[0] ?? '',
    notes,
    shape,
    legend: figure.legend.map(({ colour, text, note }) => ({
      className: classOf(colour ?? ''),
      text,
      note: note ?? '',
    })),
    ends: chart === null || shape !== 'dots' ? null : endsOf(chart),
    rows,
    isDense: rows.reduce((sum, { lanes }) => sum + lanes.length, 0) > MOST_WIDE_LANES,
    table,
  };
};

const endsOf = ({ options: { scales, plugins } }: Chart): readonly [string, string] =>
  plugins.figure.ends ?? [
    plugins.figure.ticks[0] ?? String(scales.x.min),
    plugins.figure.ticks.at(-1) ?? String(scales.x.max),
  ];

const rowsOf = (chart: Chart, shape: WallFigure['shape']): readonly WallRow[] => {
  const { rows, lanes } = chart.options.plugins.figure;
  const most = Math.max(1, Math.floor(MOST_LANES / (shape === 'segments' ? 1.5 : Math.max(1, lanes))));
  return rows.slice(0, most).map(({ label, sub, hidden }, at) => ({
    label,
    sub: sub ?? '',
    hidden: hidden ?? '',
    lanes: hidden === undefined ? lanesOf(chart, shape, at) : [],
  }));
};

const lanesOf = ({ data, options }: Chart, shape: WallFigure['shape'], row: number): readonly WallLane[] => {
  const { min, max } = options.scales.x;
  const placed = data.datasets.flatMap((dataset) => {
    const point = dataset.data.find((one) => one.row === row);
    return point === undefined ? [] : [{ dataset, point }];
  });
  if (shape === 'segments') return [{ parts: segmentsOf(placed), value: '' }];
  const place = (x: number): number => (x - min) / (max - min);
  return placed
    .toSorted((one, other) => one.point.lane - other.point.lane)
    .map(({ dataset, point }) => ({
      parts: [shape === 'dots' ? dotOf(dataset, point, place) : barOf(dataset, point)],
      value: point.text ?? '',
    }));
};

interface Placed {
  readonly dataset: Dataset;
  readonly point: Point;
}

const segmentsOf = (placed: readonly Placed[]): readonly WallPart[] => {
  let from = 0;
  return placed.map(({ dataset, point }) => {
    const x = from;
    from += point.x;
    return {
      className: classOf(dataset.backgroundColor),
      x: percent(x),
      width: percent(point.x),
      middle: percent(x + point.x / 2),
      text: point.x < NARROWEST_WITH_TEXT ? '' : (point.text ?? ''),
      textClass: classOf(dataset.labelColor ?? '').replace('-', ''),
    };
  });
};

/** Of everyone: the pale bar behind it is 100%. */
const barOf = ({ backgroundColor }: Dataset, { x }: Point): WallPart => ({
  className: classOf(backgroundColor),
  x: percent(0),
  width: percent(x),
  middle: percent(x),
  text: '',
  textClass: '',
});

/** The interval is the bar, its number the dot. */
const dotOf = ({ backgroundColor }: Dataset, { x, low, high }: Point, place: (x: number) => number): WallPart => ({
  className: classOf(backgroundColor),
  x: percent(place(low ?? x)),
  width: percent(place(high ?? x) - place(low ?? x)),
  middle: percent(place(x)),
  text: '',
  textClass: '',
});
