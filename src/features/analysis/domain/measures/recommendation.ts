import { netPromoterScore, type Interval, type RecommendationCounts } from '../../../../statistics';
import type { CodedColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';
import { STATES } from '../tallies/tally';
import { basesOf, type Bases } from './bases';
import { shareOf, type Share } from './share';

export type RecommendationTally = Bases & RecommendationCounts;

export interface RecommendationEstimates {
  readonly detractors: Share;
  readonly passives: Share;
  readonly promoters: Share;
  /** −100 to 100. */
  readonly score: number | null;
  readonly interval: Interval | null;
}

export type Recommendation = Disclosed<RecommendationTally, RecommendationEstimates>;

/** 0–10: detractors 0–6, passives 7–8, promoters 9–10; the score is their difference in points. */
export const measureRecommendation = (
  { choices }: CodedColumn,
  sums: Uint32Array,
): Measured<RecommendationTally, RecommendationEstimates> => {
  const bases = basesOf(sums);
  const tally = countRecommendations(
    choices.map(({ value }) => value ?? 0),
    [...sums.subarray(STATES)],
  );
  return {
    n: bases.answered,
    counts: { ...bases, ...tally },
    estimate: () => estimateRecommendation(tally, bases.answered),
  };
};

/**
 * @param points values 0–10
 * @param counts answers with each
 */
export const countRecommendations = (points: readonly number[], counts: readonly number[]): RecommendationCounts => {
  const tally = { detractors: 0, passives: 0, promoters: 0 };
  points.forEach((value, at) => {
    tally[kindOf(value)] += counts[at] ?? 0;
  });
  return tally;
};

const kindOf = (value: number): keyof RecommendationCounts => {
  if (value >= 9) return 'promoters';
  return value >= 7 ? 'passives' : 'detractors';
};

const estimateRecommendation = (tally: RecommendationCounts, n: number): RecommendationEstimates => ({
  detractors: shareOf(tally.detractors, n),
  passives: shareOf(tally.passives, n),
  promoters: shareOf(tally.promoters, n),
  ...netPromoterScore(tally),
});
