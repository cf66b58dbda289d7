import type { Interval } from '../interval';

/** A number with where it plausibly lies. */
export interface IntervalEstimate {
  readonly value: number;
  readonly interval: Interval;
}

export interface DifferenceOfEstimates {
  /** Later minus earlier. */
  readonly difference: number;
  readonly interval: Interval;
}

/**
 * Difference of two numbers of independent samples, from their own intervals alone: the square-and-add limits of Zou and
 * Donner (2008). Of two Wilson intervals it is method 10 of Newcombe (1998).
 *
 * @example differenceOfEstimates({ value: 0.6, interval: { low: 0.4, high: 0.7 } }, { value: 0.8, interval: { low: 0.7, high: 0.9 } }).interval.low // => 0.058579
 */
export const differenceOfEstimates = (earlier: IntervalEstimate, later: IntervalEstimate): DifferenceOfEstimates => {
  const difference = later.value - earlier.value;
  return {
    difference,
    interval: {
      low: difference - Math.hypot(later.value - later.interval.low, earlier.interval.high - earlier.value),
      high: difference + Math.hypot(later.interval.high - later.value, earlier.value - earlier.interval.low),
    },
  };
};
