import type { DisclosedDepth, Funnel, FunnelPoint } from '../domain/comparison';
import type { MarkView } from './present-marks';
import type { TableView } from './present-overview';
import { stepFor } from './present-plot';
import { valueText, type Words } from './words';

/** Groups against the value of the region, by the number of their answers; in percent of width and height. */
export interface FunnelView {
  readonly title: string;
  readonly sub: string;
  readonly alt: string;
  /** Closed areas between the limits, in a box of 100 by 100. */
  readonly outer: string;
  readonly inner: string;
  readonly centreY: string;
  readonly points: readonly {
    readonly x: string;
    readonly y: string;
    readonly mark: MarkView;
    /** Null where there are too many to be named. */
    readonly name: string | null;
    readonly anchor: 'start' | 'end';
    readonly dx: number;
  }[];
  readonly xTicks: readonly { readonly x: string; readonly text: string }[];
  readonly yTicks: readonly { readonly y: string; readonly text: string }[];
  readonly note: string;
  readonly table: TableView;
}

const MOST_NAMED = 8;

export const presentFunnel = (
  { item, funnel }: DisclosedDepth,
  markOf: (code: string) => MarkView,
  words: Words,
): FunnelView | null => {
  if (funnel === null || funnel.curve.length < 2) return null;
  const { t, format } = words;
  const { kind } = item.about;
  const box = boxOf(funnel);
  const title = titleOf(funnel, words);
  const table = tableOf(funnel, title, kind, words);
  return {
    title,
    sub: t('comparison:funnel.sub', { value: valueText(kind, funnel.centre, format) }),
    alt: t('comparison:funnel.alt', {
      title,
      groups: table.rows.map(({ label, cells }) => `${label}: ${cells.join(', ')}`).join('; '),
    }),
    outer: areaOf(funnel, 'outer', box),
    inner: areaOf(funnel, 'inner', box),
    centreY: percent(box.y(funnel.centre)),
    points: funnel.points.map(({ code, label, n, value, place }) => {
      const x = box.x(n);
      const isNamed = funnel.points.length <= MOST_NAMED || place !== 'inside';
      const isRight = x > 60;
      return {
        x: percent(x),
        y: percent(box.y(value)),
        mark: markOf(code),
        name: isNamed ? label : null,
        anchor: isRight ? ('end' as const) : ('start' as const),
        dx: isRight ? -10 : 10,
      };
    }),
    xTicks: ticks(box.from, box.to).map((n) => ({ x: percent(box.x(n)), text: format.integer(n) })),
    yTicks: ticks(box.low, box.high).map((value) => ({
      y: percent(box.y(value)),
      text: valueText(kind, value, format),
    })),
    note: [t('comparison:funnel.note'), t(`comparison:funnel.method.${funnel.method}`)].join(' '),
    table,
  };
};

const titleOf = ({ points }: Funnel, { t }: Words): string => {
  const outside = points.filter(({ place }) => place !== 'inside').length;
  return outside === 0
    ? t('comparison:funnel.allInside')
    : t('comparison:funnel.outside', { count: outside, all: points.length });
};

const percent = (value: number): string => `${value.toFixed(2)}%`;

const boxOf = ({ curve, points, centre }: Funnel) => {
  const sizes = [...curve, ...points].map(({ n }) => n);
  const [from, to] = [Math.min(...sizes), Math.max(...sizes)];
  const values = [...curve, ...points].flatMap(({ outer }) => [outer.low, outer.high]);
  const all = [...values, ...points.map(({ value }) => value), centre];
  const margin = (Math.max(...all) - Math.min(...all)) * 0.06;
  const [low, high] = [Math.min(...all) - margin, Math.max(...all) + margin];
  return {
    from,
    to,
    low,
    high,
    x: (n: number): number => (100 * (n - from)) / Math.max(1e-9, to - from),
    y: (value: number): number => 100 - (100 * (value - low)) / Math.max(1e-9, high - low),
  };
};

/** There along the upper limit, and back along the lower one. */
const areaOf = ({ curve }: Funnel, limit: 'inner' | 'outer', box: ReturnType<typeof boxOf>): string => {
  const point = (n: number, value: number): string => `${box.x(n).toFixed(2)} ${box.y(value).toFixed(2)}`;
  const there = curve.map((at) => point(at.n, at[limit].high));
  const back = curve.toReversed().map((at) => point(at.n, at[limit].low));
  return `M${[...there, ...back].join('L')}Z`;
};

const ticks = (from: number, to: number): readonly number[] => {
  const step = stepFor(from, to);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(to / step + 1e-9) - first + 1) }, (_, at) => (first + at) * step);
};

const tableOf = (
  funnel: Funnel,
  title: string,
  kind: DisclosedDepth['item']['about']['kind'],
  { t, format }: Words,
): TableView => {
  const range = ({ low, high }: FunnelPoint['inner']): string =>
    t('comparison:fromTo', { low: valueText(kind, low, format), high: valueText(kind, high, format) });
  return {
    label: title,
    head: ['group', 'n', 'value', 'inner', 'outer', 'place'].map((name) => t(`comparison:funnel.head.${name}`)),
    rows: funnel.points.map(({ label, n, value, inner, outer, place }) => ({
      label,
      cells: [
        format.integer(n),
        valueText(kind, value, format),
        range(inner),
        range(outer),
        t(`comparison:funnel.place.${place}`),
      ],
    })),
  };
};
