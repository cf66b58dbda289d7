import { adjustHolm, welchTest, type Interval, type Summary } from '../../../statistics';
import type { Disclosed } from './disclosure/disclose';

/** What was measured of each institution. */
export interface GroupResult<Result> {
  readonly group: string;
  readonly result: Result;
}

/** Two groups on one row of a figure. */
export interface Comparison {
  readonly row: string;
  readonly first: string;
  readonly second: string;
  /** First mean minus second mean, with its 95% interval (not adjusted). */
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
  /** Holm, over all comparisons of the figure. */
  readonly adjustedP: number;
  /** Adjusted p below 0.05: the group that is lower; null otherwise. */
  readonly lower: string | null;
}

export const SIGNIFICANCE_LEVEL = 0.05;

interface RowOfGroups<Result> {
  readonly row: string;
  readonly groups: readonly GroupResult<Result>[];
}

/** Every pair of groups on every row, Welch's test, adjusted together; groups without estimates are not compared. */
export const compareGroups = <Counts, Estimates>(
  rows: readonly RowOfGroups<Disclosed<Counts, Estimates>>[],
  summaryOf: (counts: Counts, estimates: Estimates) => Summary | null,
): readonly Comparison[] => {
  const tests = rows.flatMap(({ row, groups }) => {
    const summaries = groups.flatMap(({ group, result }) => {
      const summary = result.level === 'estimates' ? summaryOf(result.counts, result.estimates) : null;
      return summary === null ? [] : [{ group, summary }];
    });
    return pairsOf(summaries).flatMap(([a, b]) => {
      const test = welchTest(a.summary, b.summary);
      return test === null ? [] : [{ row, first: a.group, second: b.group, ...test }];
    });
  });
  const adjusted = adjustHolm(tests.map(({ p }) => p));
  return tests.map(({ row, first, second, difference, interval, p }, at) => {
    const adjustedP = adjusted[at] ?? 1;
    const lower = difference < 0 ? first : second;
    return {
      row,
      first,
      second,
      difference,
      interval,
      p,
      adjustedP,
      lower: adjustedP < SIGNIFICANCE_LEVEL ? lower : null,
    };
  });
};

const pairsOf = <Thing>(things: readonly Thing[]): readonly (readonly [Thing, Thing])[] =>
  things.flatMap((first, at) => things.slice(at + 1).map((second) => [first, second] as const));
