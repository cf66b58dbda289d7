import {
  meanFromSums,
  meanInterval,
  oneSampleTTest,
  tTwoSided,
  type GroupSums,
  type Interval,
} from '../../../../statistics';
import { summaryFrom } from '../tables/read-summaries';

export interface Estimate {
  readonly mean: number;
  /** 95%; null with fewer than two answers, and when all are equal. */
  readonly interval: Interval | null;
}

export interface TestedEstimate extends Estimate {
  readonly se: number | null;
  /** Of a mean of 0, two-sided; null where nothing varies. */
  readonly p: number | null;
}

export type Sums = { -readonly [Key in keyof GroupSums]: number };

export const noSums = (): Sums => ({
  n: 0,
  weight: 0,
  weightSquared: 0,
  x: 0,
  xSquared: 0,
  weightSquaredX: 0,
  weightSquaredXSquared: 0,
});

export const addTo = (sums: Sums, x: number, weight: number): void => {
  const square = weight * weight;
  sums.n += 1;
  sums.weight += weight;
  sums.weightSquared += square;
  sums.x += weight * x;
  sums.xSquared += weight * x * x;
  sums.weightSquaredX += square * x;
  sums.weightSquaredXSquared += square * x * x;
};

/**
 * Mean with its interval and the test that it is 0: Student's t of the answers, or of the design when they are weighted.
 *
 * @param sampleSize respondents with a weight; null: not weighted
 * @returns          null without answers
 */
export const estimateFrom = (sums: GroupSums, sampleSize: number | null): TestedEstimate | null => {
  if (sampleSize === null) {
    const summary = summaryFrom(sums);
    const { n, mean, sd } = summary;
    if (mean === null) return null;
    const p = oneSampleTTest(summary, 0)?.p ?? null;
    return { mean, interval: meanInterval(summary), se: sd === null ? null : sd / Math.sqrt(n), p };
  }
  const found = meanFromSums(sums, sampleSize);
  if (found === null) return null;
  const { mean, se } = found;
  if (se === null || se === 0) return { mean, interval: null, se, p: null };
  return { mean, interval: found.interval, se, p: tTwoSided(mean / se, sampleSize - 1) };
};
