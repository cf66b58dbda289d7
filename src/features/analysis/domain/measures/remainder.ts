import { ratioOfTotals, type Interval, type Pair } from '../../../../statistics';
import { isAnswered, type NumberColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';

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

/** Everyone who gave both numbers, the second not above the first: the base. */
export interface PairsGiven {
  /** Places of the respondents in the columns. */
  readonly respondents: Uint32Array;
  readonly pairs: readonly Pair[];
}

export const pairsGiven = (whole: NumberColumn, part: NumberColumn): PairsGiven => {
  const respondents: number[] = [];
  const pairs: Pair[] = [];
  for (let at = 0; at < whole.states.length; at += 1) {
    if (!isAnswered(whole.states[at] ?? 96) || part.states[at] !== 0) continue;
    const pair = { whole: whole.values[at] ?? 0, part: part.values[at] ?? 0 };
    if (pair.part > pair.whole) continue;
    respondents.push(at);
    pairs.push(pair);
  }
  return { respondents: Uint32Array.from(respondents), pairs };
};

/** How much remains of what was created. A sum dominated by one respondent counts as a group too small to show. */
export const measureRemainder = (pairs: readonly Pair[]): Measured<RemainderCounts, RemainderEstimates> => {
  const total = (of: keyof Pair): number => pairs.reduce((sum, pair) => sum + pair[of], 0);
  const counts = { respondents: pairs.length, whole: total('whole'), part: total('part') };
  const largest = pairs.reduce((most, pair) => Math.max(most, pair.whole), 0);
  const isDominated = largest > MOST_OF_ONE * counts.whole;
  return { n: isDominated ? 0 : pairs.length, counts, estimate: () => ratioOfTotals(pairs) };
};
