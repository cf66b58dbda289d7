import { meanFromSums, meanInterval, wilsonInterval, type Interval, type Summary } from '../../../../statistics';
import { disclose } from '../disclosure/disclose';
import type { ChangeEstimate, DisclosedEstimate } from './change';
import type { Measure } from './measures-of';
import type { Sample } from './samples';

/** The number with its interval, if there are people enough behind it. */
export const disclosedEstimate = (measure: Measure, smallestGroup: number): DisclosedEstimate =>
  disclose({ n: measure.sample.sums.n, counts: null, estimate: () => estimateOf(measure) }, false, smallestGroup);

/** Null when all weights are 0. */
const estimateOf = ({ measure, sample }: Measure): ChangeEstimate | null => {
  const { sums, pivot, isWeighted, sampleSize } = sample;
  const mean = meanFromSums(sums, sampleSize);
  if (mean === null) return null;
  const { sd } = summaryOf(sample);
  const [weighted, effectiveN] = [sums.weight, mean.effectiveN];
  if (measure === 'share') {
    const { successes, n } = asShare(sample);
    return { weighted, effectiveN, value: mean.mean, sd: null, interval: wilsonInterval(successes, n) };
  }
  const interval = isWeighted ? mean.interval : meanInterval({ n: sums.n, mean: mean.mean, sd });
  return {
    weighted,
    effectiveN,
    value: mean.mean + pivot,
    sd: isWeighted ? mean.sd : sd,
    interval: measure === 'recommendation' ? withinPoints(interval) : movedBy(interval, pivot),
  };
};

/** n, mean and sample standard deviation of unweighted answers. */
export const summaryOf = ({ sums: { n, x, xSquared }, pivot }: Sample): Summary => {
  if (n === 0) return { n, mean: null, sd: null };
  const mean = x / n;
  const squares = Math.max(0, xSquared - n * mean ** 2);
  return { n, mean: mean + pivot, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
};

/** A share as successes among answers; with weights among as many answers as would be as precise. */
export const asShare = (sample: Sample): { readonly successes: number; readonly n: number } => {
  const { sums, isWeighted, sampleSize } = sample;
  if (!isWeighted) return { successes: sums.x, n: sums.n };
  const mean = meanFromSums(sums, sampleSize);
  if (mean === null) return { successes: 0, n: 0 };
  const share = Math.min(1, Math.max(0, mean.mean));
  const n = mean.se !== null && mean.se > 0 ? (share * (1 - share)) / mean.se ** 2 : mean.effectiveN;
  return { successes: share * n, n };
};

const movedBy = (interval: Interval | null, by: number): Interval | null =>
  interval && { low: interval.low + by, high: interval.high + by };

const withinPoints = (interval: Interval | null): Interval | null =>
  interval && { low: Math.max(-100, interval.low), high: Math.min(100, interval.high) };
