import type { Distribution, Recommendation, Remainder } from '../../analysis/domain';

/** An estimate with its 95% interval, unrounded; `n` is its base. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

type Bounds = { readonly low: number; readonly high: number } | null;

export const estimateOf = (value: number, interval: Bounds, n: number): Estimate => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
  n,
});

/** The mean of a rating scale; null when hidden, too few or no scale. */
export const meanOf = (result: Distribution): Estimate | null => {
  if (result.level !== 'estimates') return null;
  const { mean: summary, meanInterval } = result.estimates;
  return summary?.mean == null ? null : estimateOf(summary.mean, meanInterval, summary.n);
};

/** Share of those who agree, and of those who do not, "don't know" in the base. */
export const agreementOf = (result: Distribution): { readonly agree: Estimate; readonly disagree: number } | null => {
  if (result.level !== 'estimates') return null;
  const { top, bottom } = result.estimates;
  if (top?.share == null || bottom?.share == null) return null;
  return { agree: estimateOf(top.share, top.interval, result.n), disagree: bottom.share };
};

/** Net promoter score, −100 to 100. */
export const scoreOf = (result: Recommendation): Estimate | null => {
  if (result.level !== 'estimates' || result.estimates.score === null) return null;
  return estimateOf(result.estimates.score, result.estimates.interval, result.n);
};

/** Share of the jobs created that exist today; n counts respondents, not jobs. */
export const durabilityOf = (result: Remainder): Estimate | null => {
  if (result.level !== 'estimates' || result.estimates.ratio === null) return null;
  return estimateOf(result.estimates.ratio, result.estimates.interval, result.n);
};
