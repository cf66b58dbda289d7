import { LEFT_EMPTY, type CategoryVariable, type Variable } from '../variables/variable';
import type { Derivation } from './derivation';
import type { Numbers } from './lazy-variable';
import { strongerState } from './states';

type Scale = Extract<Derivation, { kind: 'scale' }>;

/** Points of a scale item, in the order of its categories; null for "don't know" and for names. */
export const pointsOf = (variable: CategoryVariable): readonly (number | null)[] =>
  variable.categories.map(({ value, missing }) => (missing === null ? value : null));

/** What items of one scale must share. Empty for a variable without points. */
export const pointsSignature = (variable: Variable): string => {
  if (variable.kind !== 'category') return '';
  const points = pointsOf(variable).filter((point) => point !== null);
  return points.length < 2 ? '' : points.toSorted((a, b) => a - b).join(' ');
};

/**
 * Mean or sum of the items a person answered with a point of the scale. A reversed item counts as lowest + highest point
 * − answer. With fewer answers than `least` there is no value, and the state says why. A sum stands for all items: the
 * mean of those answered × number of items, so that a sum with a gap is on the same scale as one without.
 */
export const scaleOf = ({ items, reversed, summary, least }: Scale, sources: readonly CategoryVariable[]): Numbers => {
  const n = sources[0]?.places.length ?? 0;
  const sum = new Float64Array(n);
  const answered = new Uint8Array(n);
  const states = new Int8Array(n);
  sources.forEach((source, index) => {
    addItem(source, reversed.includes(items[index] ?? ''), { sum, answered, states });
  });
  for (let at = 0; at < n; at += 1) {
    const count = answered[at] ?? 0;
    if (count === 0 || count < least) {
      sum[at] = NaN;
      continue;
    }
    const isWhole = summary === 'sum' && count === sources.length;
    if (!isWhole) sum[at] = ((sum[at] ?? NaN) / count) * (summary === 'sum' ? sources.length : 1);
    states[at] = 0;
  }
  return { values: sum, states };
};

interface Totals {
  readonly sum: Float64Array;
  readonly answered: Uint8Array;
  /** Strongest state of the items that are missing. */
  readonly states: Int8Array;
}

/** Places begin at −99. */
const LOWEST = -LEFT_EMPTY;

const addItem = (source: CategoryVariable, isReversed: boolean, { sum, answered, states }: Totals): void => {
  const points = Float64Array.from([...new Array<number>(LOWEST).fill(NaN), ...itemPoints(source, isReversed)]);
  const missing = Int8Array.from(points, (_, slot) => missingState(source, slot - LOWEST));
  const { places } = source;
  for (let at = 0; at < places.length; at += 1) {
    const slot = (places[at] ?? LEFT_EMPTY) + LOWEST;
    const value = points[slot] ?? NaN;
    if (Number.isNaN(value)) states[at] = strongerState(states[at] ?? 0, missing[slot] ?? LEFT_EMPTY);
    else {
      sum[at] = (sum[at] ?? 0) + value;
      answered[at] = (answered[at] ?? 0) + 1;
    }
  }
};

/** A chosen answer that is no point of the scale says itself what it is, or counts as left empty. */
const missingState = ({ categories }: CategoryVariable, place: number): number => {
  if (place < 0) return place;
  const missing = categories[place]?.missing ?? null;
  return missing === null ? LEFT_EMPTY : -missing;
};

const itemPoints = (source: CategoryVariable, isReversed: boolean): readonly number[] => {
  const points = pointsOf(source);
  const given = points.filter((point) => point !== null);
  const ends = Math.min(...given) + Math.max(...given);
  return points.map((point) => (point === null ? NaN : isReversed ? ends - point : point));
};
