import { ratioFromSums, type Interval } from '../../../../statistics';
import { isAnswered, type NumberColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';
import type { Counted } from '../tallies/counted';
import type { Crowd } from '../tallies/crowd';

export interface RemainderCounts {
  /** Respondents who gave both numbers. */
  readonly respondents: number;
  /** Σ of the first number: jobs created. */
  readonly whole: number;
  /** Σ of the second: jobs that exist today. */
  readonly part: number;
}

export interface RemainderEstimates {
  /** part / whole, 0 to 1. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
}

export type Remainder = Disclosed<RemainderCounts, RemainderEstimates>;

/** Largest part of a sum that one respondent may hold (act on public statistics, art. 38). */
const MOST_OF_ONE = 0.75;

/** Numbers kept of each place: respondents, the five sums of `PairSums`, the largest whole. */
const WIDTH = 7;

const known = new WeakMap<Counted, Map<string, Float64Array>>();

/**
 * Everyone who gave both numbers, the second not above the first: the base, added up by place once for every filter.
 *
 * @param key names the two questions
 */
export const remainderByPlace = (
  counted: Counted,
  key: string,
  [whole, part]: readonly [NumberColumn, NumberColumn],
): Float64Array => {
  const ofCounted = known.get(counted) ?? new Map<string, Float64Array>();
  known.set(counted, ofCounted);
  const sums = ofCounted.get(key) ?? addUp(counted.crowd, { ...whole }, { ...part });
  ofCounted.set(key, sums);
  return sums;
};

const addUp = ({ placeOf, places }: Crowd, whole: NumberColumn, part: NumberColumn): Float64Array => {
  const sums = new Float64Array(places.length * WIDTH);
  for (let at = 0; at < placeOf.length; at += 1) {
    if (!isAnswered(whole.states[at] ?? 96) || part.states[at] !== 0) continue;
    const [w, p] = [whole.values[at] ?? 0, part.values[at] ?? 0];
    if (p > w) continue;
    const start = (placeOf[at] ?? 0) * WIDTH;
    sums[start] = (sums[start] ?? 0) + 1;
    sums[start + 1] = (sums[start + 1] ?? 0) + w;
    sums[start + 2] = (sums[start + 2] ?? 0) + p;
    sums[start + 3] = (sums[start + 3] ?? 0) + w * w;
    sums[start + 4] = (sums[start + 4] ?? 0) + p * p;
    sums[start + 5] = (sums[start + 5] ?? 0) + w * p;
    if (w > (sums[start + 6] ?? 0)) sums[start + 6] = w;
  }
  return sums;
};

/** How many in each place are in the base. */
export const respondentsByPlace = (sums: Float64Array): Uint32Array =>
  Uint32Array.from({ length: sums.length / WIDTH }, (_, place) => sums[place * WIDTH] ?? 0);

/** How much remains of what was created. A sum dominated by one respondent counts as a group too small to show. */
export const measureRemainder = (
  sums: Float64Array,
  places: Uint32Array,
): Measured<RemainderCounts, RemainderEstimates> => {
  const total = (slot: number): number => places.reduce((sum, place) => sum + (sums[place * WIDTH + slot] ?? 0), 0);
  const [n, whole, part] = [total(0), total(1), total(2)];
  const largest = places.reduce((most, place) => Math.max(most, sums[place * WIDTH + 6] ?? 0), 0);
  const isDominated = largest > MOST_OF_ONE * whole;
  const estimate = (): RemainderEstimates =>
    ratioFromSums({ n, whole, part, wholeSquared: total(3), partSquared: total(4), product: total(5) });
  return { n: isDominated ? 0 : n, counts: { respondents: n, whole, part }, estimate };
};
