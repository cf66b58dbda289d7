import { extent } from './extent';
import { median } from './median';
import { summarise, type Summary } from './summary';

/** A group's size, mean, spread and extent. */
export interface GroupSummary extends Summary {
  /** Standard error of the mean; null when n < 2. */
  readonly se: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * The usual row of a table of means, for each group.
 *
 * @param groups values of each group, finite numbers in one unit
 * @returns      one summary per group, in their order; null fields where a group is too small
 * @throws RangeError if a value is not finite
 * @source R: tapply(x, g, mean), tapply(x, g, sd), …
 * @example groupSummaries([[1, 3], [5]]) // => [{ n: 2, mean: 2, sd: 1.4142, se: 1, median: 2, min: 1, max: 3 }, { n: 1, mean: 5, sd: null, se: null, median: 5, min: 5, max: 5 }]
 */
export const groupSummaries = (groups: readonly (readonly number[])[]): readonly GroupSummary[] =>
  groups.map((values) => {
    const summary = summarise(values);
    const ends = extent(values);
    return {
      ...summary,
      se: summary.sd === null ? null : summary.sd / Math.sqrt(summary.n),
      median: median(values),
      min: ends?.min ?? null,
      max: ends?.max ?? null,
    };
  });
