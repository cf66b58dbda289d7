import type { ComparedGroup, ComparedItem, Estimate } from '../domain/comparison';
import type { MarkView } from './present-marks';
import { valueText, type Words } from './words';

/** Where values lie: a scale from end to end, in percent of the width. The rest is for the value's text. */
export interface AxisView {
  readonly ticks: readonly { readonly x: string; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[];
  readonly low: string | null;
  readonly high: string | null;
  readonly end: string;
}

export interface LaneView {
  readonly mark: MarkView;
  readonly y: number;
  readonly x: string;
  /** Null where there is no interval. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where the value is written. */
  readonly textX: string;
  readonly text: string;
}

export interface LanesView {
  readonly height: number;
  readonly lanes: readonly LaneView[];
  /** What a person hears who does not see the drawing. */
  readonly alt: string;
}

const WIDTH = 86;
const LANE = 20;

export interface Axis {
  readonly least: number;
  readonly most: number;
}

/** From end to end of the scale; numbers without ends, around what is shown. */
export const axisOf = (items: readonly ComparedItem[]): Axis => {
  const [first] = items;
  if (first?.about.range) return first.about.range;
  const values = items.flatMap(({ groups }) =>
    groups.flatMap((group) =>
      group.seen ? [group.estimate.value, group.estimate.interval?.low, group.estimate.interval?.high] : [],
    ),
  );
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return { least: 0, most: 1 };
  return roundedOut(Math.min(...known), Math.max(...known));
};

const TICKS = 4;

/** A step of 1, 2 or 5 with noughts, so that about four fit. */
export const stepFor = (low: number, high: number): number => {
  const span = high - low > 0 ? high - low : Math.max(1, Math.abs(high));
  const rough = span / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
};

const roundedOut = (low: number, high: number): Axis => {
  const step = stepFor(low, high);
  return { least: Math.floor(low / step) * step, most: Math.ceil(high / step) * step };
};

const at = ({ least, most }: Axis, value: number): string =>
  `${((WIDTH * (Math.min(most, Math.max(least, value)) - least)) / (most - least)).toFixed(2)}%`;

export const presentAxis = (axis: Axis, item: ComparedItem, { format }: Words): AxisView => {
  const { kind, ends } = item.about;
  const values = ticksOf(axis, kind);
  return {
    ticks: values.map((value, place) => ({
      x: at(axis, value),
      text: kind === 'mean' ? format.decimal(value, Number.isInteger(value) ? 0 : 1) : valueText(kind, value, format),
      anchor: place === 0 ? 'start' : place === values.length - 1 ? 'end' : 'middle',
    })),
    low: ends?.[0] ?? null,
    high: ends?.[1] ?? null,
    end: `${WIDTH}%`,
  };
};

const MOST_WHOLE = 6;

/** Every point of a short scale; otherwise quarters. */
const ticksOf = ({ least, most }: Axis, kind: ComparedItem['about']['kind']): readonly number[] => {
  const steps = most - least;
  const count = kind !== 'share' && Number.isInteger(steps) && steps <= MOST_WHOLE ? steps : TICKS;
  return Array.from({ length: count + 1 }, (_, tick) => least + (steps * tick) / count);
};

/** One lane for each group that may be seen. */
export const presentLanes = (
  groups: readonly ComparedGroup[],
  { about }: ComparedItem,
  {
    axis,
    markOf,
    words,
    label,
  }: {
    readonly axis: Axis;
    readonly markOf: (code: string) => MarkView;
    readonly words: Words;
    readonly label: string;
  },
): LanesView => {
  const shown = groups.flatMap((group) => (group.seen ? [group] : []));
  return {
    height: Math.max(1, shown.length) * LANE + 4,
    lanes: shown.map(({ code, estimate }, lane) => ({
      mark: markOf(code),
      y: lane * LANE + LANE / 2 + 2,
      x: at(axis, estimate.value),
      from: estimate.interval && at(axis, estimate.interval.low),
      to: estimate.interval && at(axis, estimate.interval.high),
      textX: at(axis, Math.max(estimate.value, estimate.interval?.high ?? estimate.value)),
      text: valueText(about.kind, estimate.value, words.format),
    })),
    alt: words.t('comparison:alt.lanes', {
      label,
      groups: groups.map((group) => groupText(group, about.kind, words)).join('; '),
    }),
  };
};

/** `OWES A: 4,61 (przedział od 4,50 do 4,72), n = 158`. */
export const groupText = (group: ComparedGroup, kind: ComparedItem['about']['kind'], words: Words): string =>
  group.seen
    ? words.t('comparison:alt.group', { name: group.label, value: estimateText(group.estimate, kind, words) })
    : words.t('comparison:alt.hidden', { name: group.label, reason: words.t(`comparison:reason.${group.reason}`) });

export const estimateText = (
  { value, interval, n }: Estimate,
  kind: ComparedItem['about']['kind'],
  { t, format }: Words,
): string => {
  const text = { value: valueText(kind, value, format), n: format.integer(n) };
  if (interval === null) return t('comparison:estimate.plain', text);
  const low = valueText(kind, interval.low, format);
  return t('comparison:estimate.interval', { ...text, low, high: valueText(kind, interval.high, format) });
};
