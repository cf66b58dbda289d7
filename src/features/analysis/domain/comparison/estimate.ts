import {
  meanFromSums,
  meanInterval,
  netPromoterScore,
  wilsonInterval,
  type GroupSums,
  type Interval,
  type RecommendationCounts,
  type Summary,
} from '../../../../statistics';
import type { Measure } from './measure';

/** What was found of one group, or of the region. */
export interface Estimate {
  /** Respondents in the base of the measure. */
  readonly n: number;
  readonly weighted: number;
  /** (Σw)²/Σw²; equals n without weights. */
  readonly effectiveN: number;
  /** A mean in points of its scale, a share in [0, 1], or a balance from −100 to 100. */
  readonly value: number;
  /** Within the group; null for one respondent. */
  readonly sd: number | null;
  /** 95%; null where nothing varies. */
  readonly interval: Interval | null;
}

/** A group to be estimated and compared; sums around the pivot. */
export interface Part {
  readonly sums: GroupSums;
  readonly pivot: number;
  readonly recommendations: RecommendationCounts | null;
}

/** How respondents were drawn: null without weights. */
export interface Weighting {
  /** Respondents that carry a weight, filtered or not. */
  readonly sampleSize: number;
}

/** @returns null when nobody, or nobody with a weight, is in the base */
export const estimateOf = (kind: Measure['kind'], part: Part, weighting: Weighting | null): Estimate | null =>
  weighting === null ? unweighted(kind, part) : weightedBy(weighting, kind, part);

/** n, mean and sample standard deviation of unweighted answers, around the pivot. */
export const summaryOf = ({ n, x, xSquared }: GroupSums): Summary => {
  const mean = n === 0 ? null : x / n;
  const squares = mean === null ? 0 : Math.max(0, xSquared - n * mean ** 2);
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
};

const unweighted = (kind: Measure['kind'], { sums, pivot, recommendations }: Part): Estimate | null => {
  const { n, mean, sd } = summaryOf(sums);
  if (mean === null) return null;
  const interval = (): Interval | null => {
    if (kind === 'share') return wilsonInterval(sums.x, n);
    if (recommendations !== null) return netPromoterScore(recommendations).interval;
    return moved(meanInterval({ n, mean, sd }), pivot);
  };
  return { n, weighted: n, effectiveN: n, value: mean + pivot, sd, interval: interval() };
};

const moved = (interval: Interval | null, by: number): Interval | null =>
  interval && { low: interval.low + by, high: interval.high + by };

const weightedBy = ({ sampleSize }: Weighting, kind: Measure['kind'], { sums, pivot }: Part): Estimate | null => {
  const found = meanFromSums(sums, sampleSize);
  if (found === null) return null;
  const { mean, sd, se, effectiveN } = found;
  const about = { n: sums.n, weighted: sums.weight, effectiveN, value: mean + pivot, sd };
  if (kind !== 'share') return { ...about, interval: se === 0 ? null : moved(found.interval, pivot) };
  const share = Math.min(1, Math.max(0, mean));
  const precise = se !== null && se > 0 ? (share * (1 - share)) / se ** 2 : effectiveN;
  return { ...about, value: share, interval: wilsonInterval(share * precise, precise) };
};
