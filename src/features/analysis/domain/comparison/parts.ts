import type { RecommendationCounts } from '../../../../statistics';
import type { Part } from './estimate';
import { together, type Measured } from './measured';

/** Every unit as a part that can be estimated, and last those in none. */
export const partsOf = ({ sums, pivot, recommendations }: Measured): readonly Part[] =>
  sums.map((one, at) => ({ sums: one, pivot, recommendations: recommendations?.[at] ?? null }));

/**
 * Everyone compared, without the unit at `except`. People in none of the units are left out, unless they are so few that the
 * difference from everyone would tell of them.
 */
export const wholeOf = (measured: Measured, smallestGroup: number, except?: number): Part => {
  const outside = measured.answered.at(-1) ?? 0;
  const isTellTale = outside > 0 && outside < smallestGroup;
  const parts = partsOf(measured).slice(0, isTellTale ? undefined : -1);
  return joined(
    parts.filter((_, at) => at !== except),
    measured,
  );
};

const joined = (parts: readonly Part[], { pivot, recommendations }: Measured): Part => ({
  sums: together(parts.map(({ sums }) => sums)),
  pivot,
  recommendations: recommendations && parts.reduce((all, part) => added(all, part.recommendations), NOBODY),
});

const NOBODY: RecommendationCounts = { detractors: 0, passives: 0, promoters: 0 };

const added = (all: RecommendationCounts, one: RecommendationCounts | null): RecommendationCounts => ({
  detractors: all.detractors + (one?.detractors ?? 0),
  passives: all.passives + (one?.passives ?? 0),
  promoters: all.promoters + (one?.promoters ?? 0),
});
