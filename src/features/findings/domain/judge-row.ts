import type { Threshold, Verdict } from '../../evaluations/domain';

/** What is known of an indicator today. */
export type Measured =
  /** Counted from answers, with its 95% interval; none where the measure has none. */
  | {
      readonly kind: 'estimate';
      readonly value: number;
      readonly interval: { readonly low: number; readonly high: number } | null;
      readonly n: number;
    }
  /** Counted in full elsewhere; before the time it counts is over it is not whole. */
  | { readonly kind: 'exact'; readonly value: number; readonly isWhole: boolean }
  | { readonly kind: 'none'; readonly why: NothingKnown };

/**
 * Nobody answered, too few for percentages, hidden to protect people, cannot be worked out of these answers, gone from the data, or
 * judged in words; `no-item`: nothing is asked either.
 */
export type NothingKnown = 'no-data' | 'no-item' | 'too-few' | 'hidden' | 'undefined' | 'gone' | 'words';

/** Where the number lies: `above`, `below` and `spans` tell of an interval, `reached` and `missed` of a number counted in full. */
export type JudgeReason =
  'above' | 'below' | 'spans' | 'reached' | 'missed' | 'no-interval' | 'period-open' | 'no-threshold' | NothingKnown;

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: JudgeReason;
}

const undecided = (reason: JudgeReason): Judgement => ({ verdict: 'undecided', reason });

/** Met or not met only where the whole 95% interval is on one side of the threshold; the threshold itself is a success. */
export const judgeRow = (measured: Measured, threshold: Threshold | null): Judgement => {
  if (measured.kind === 'none') return undecided(measured.why);
  if (threshold === null) return undecided('no-threshold');
  if (measured.kind === 'exact') return judgeExact(measured, threshold);
  return measured.interval === null ? undecided('no-interval') : judgeInterval(measured.interval, threshold);
};

const judgeExact = (
  { value, isWhole }: Extract<Measured, { kind: 'exact' }>,
  { comparison, value: limit }: Threshold,
): Judgement => {
  if (!isWhole) return undecided('period-open');
  const isMet = comparison === 'at-least' ? value >= limit : value <= limit;
  return isMet ? { verdict: 'met', reason: 'reached' } : { verdict: 'not-met', reason: 'missed' };
};

const judgeInterval = (
  { low, high }: { readonly low: number; readonly high: number },
  { comparison, value: limit }: Threshold,
): Judgement => {
  const isUp = comparison === 'at-least';
  const isAbove = isUp ? low >= limit : low > limit;
  const isBelow = isUp ? high < limit : high <= limit;
  if (isAbove) return { verdict: isUp ? 'met' : 'not-met', reason: 'above' };
  if (isBelow) return { verdict: isUp ? 'not-met' : 'met', reason: 'below' };
  return undecided('spans');
};
