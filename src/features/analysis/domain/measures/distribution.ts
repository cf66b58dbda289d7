import { boxCounts, meanInterval, summaryOfCounts, type Interval, type Summary } from '../../../../statistics';
import type { CodedColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';
import { STATES } from '../tallies/tally';
import { basesOf, type Bases } from './bases';
import { shareOf, type Share } from './share';

export interface DistributionCounts extends Bases {
  /** Answers per choice, in the order of the choices. */
  readonly choices: readonly number[];
}

export interface DistributionEstimates {
  /** Of all who answered, per choice. */
  readonly choices: readonly Share[];
  readonly dontKnow: Share;
  readonly notApplicable: Share;
  /** Two highest and two lowest points, of all who answered; null when the choices are no scale. */
  readonly top: Share | null;
  readonly bottom: Share | null;
  /** Of the scale points alone, without "don't know" and "does not apply"; null when the choices are no scale. */
  readonly mean: Summary | null;
  readonly meanInterval: Interval | null;
}

export type Distribution = Disclosed<DistributionCounts, DistributionEstimates>;

/**
 * One question with one answer each, as the sector prints it: percentages of all who answered, "don't know" included;
 * top-2 and bottom-2 from counts; the mean of the scale points alone (domain 3.6, rules 1 and 2).
 */
export const measureDistribution = (
  { choices }: CodedColumn,
  sums: Uint32Array,
): Measured<DistributionCounts, DistributionEstimates> => {
  const bases = basesOf(sums);
  const counts = [...sums.subarray(STATES)];
  return {
    n: bases.answered,
    counts: { ...bases, choices: counts },
    estimate: () => estimateDistribution(scalePoints(choices), counts, bases),
  };
};

/** Values of the points of a rating scale; null for names, yes and no, and frequencies. */
const scalePoints = (choices: CodedColumn['choices']): readonly number[] | null => {
  const points = choices.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return points.length === choices.length && points.length >= 5 ? points : null;
};

export const estimateDistribution = (
  points: readonly number[] | null,
  counts: readonly number[],
  { answered, dontKnow, notApplicable }: Pick<Bases, 'answered' | 'dontKnow' | 'notApplicable'>,
): DistributionEstimates => {
  const boxes = points === null ? null : boxCounts(points, counts);
  const mean = points === null ? null : summaryOfCounts(points, counts);
  return {
    choices: counts.map((count) => shareOf(count, answered)),
    dontKnow: shareOf(dontKnow, answered),
    notApplicable: shareOf(notApplicable, answered),
    top: boxes && shareOf(boxes.top, answered),
    bottom: boxes && shareOf(boxes.bottom, answered),
    mean,
    meanInterval: mean && meanInterval(mean),
  };
};
