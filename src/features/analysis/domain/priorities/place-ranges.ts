import type { Interval } from '../../../../statistics';

/** Places that a thing may have; one place when `first` and `last` are the same. */
export interface PlaceRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Places of several things that are known only within intervals: behind all that are certainly higher, before all that
 * are certainly lower. Things whose intervals touch share places, so that no place is claimed falsely.
 *
 * @param intervals of each thing, the highest is best
 */
export const placeRanges = (intervals: readonly Interval[]): readonly PlaceRange[] =>
  intervals.map(({ low, high }) => ({
    first: 1 + intervals.filter((other) => other.low > high).length,
    last: intervals.length - intervals.filter((other) => other.high < low).length,
  }));
