import { LEFT_EMPTY, type CategoryVariable, type Variable } from '../variables/variable';
import type { Derivation } from './derivation';
import type { Numbers } from './lazy-variable';
import { stateReader, strongerState } from './states';

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
  for (const [index, source] of sources.entries()) {
    const points = itemPoints(source, reversed.includes(items[index] ?? ''));
    const stateAt = stateReader(source);
    const { places } = source;
    for (let at = 0; at < n; at += 1) {
      const value = points[places[at] ?? -1] ?? NaN;
      if (!Number.isNaN(value)) {
        sum[at] = (sum[at] ?? 0) + value;
        answered[at] = (answered[at] ?? 0) + 1;
      } else states[at] = strongerState(states[at] ?? 0, stateAt(at) || LEFT_EMPTY);
    }
  }
  for (let at = 0; at < n; at += 1) {
    const count = answered[at] ?? 0;
    if (count === 0 || count < least) sum[at] = NaN;
    else {
      const mean = (sum[at] ?? NaN) / count;
      if (summary === 'mean') sum[at] = mean;
      else if (count < sources.length) sum[at] = mean * sources.length;
      states[at] = 0;
    }
  }
  return { values: sum, states };
};

const itemPoints = (source: CategoryVariable, isReversed: boolean): Float64Array => {
  const points = pointsOf(source);
  const given = points.filter((point) => point !== null);
  const ends = Math.min(...given) + Math.max(...given);
  return Float64Array.from(points, (point) => (point === null ? NaN : isReversed ? ends - point : point));
};
