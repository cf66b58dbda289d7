import type { Interval } from '../../../../statistics';
import type { UnusedReason } from './client-mix';

/** Answers for each coefficient. */
export const LEAST_FOR_COEFFICIENT = 10;

/**
 * Results as they would be if every group had the client mix of the region: regression on the groups and the categories of the
 * mix, at the mean of the mix over everyone compared.
 */
export interface Adjustment {
  /** Variables that were held equal. */
  readonly used: readonly { readonly variable: string; readonly label: string; readonly pooled: readonly string[] }[];
  readonly unused: readonly { readonly variable: string; readonly label: string; readonly reason: UnusedReason }[];
  /** Groups that were not asked about their clients at all: no comparison with them is adjusted. */
  readonly notAsked: readonly string[];
  /** Null where no variable could be used. */
  readonly results: AdjustedResults | null;
}

export interface AdjustedResults {
  /** Respondents with an answer and a known mix. */
  readonly n: number;
  readonly groups: readonly AdjustedGroup[];
  readonly contrasts: readonly AdjustedContrast[];
}

export interface AdjustedGroup {
  readonly code: string;
  readonly n: number;
  /** Null where nothing varies. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

export interface AdjustedContrast {
  readonly first: string;
  readonly second: string;
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
  /** Holm, over the contrasts of this item. */
  readonly adjustedP: number;
  /** Of the raw comparison, Holm over the same contrasts; 1 where there was nothing to test. */
  readonly rawP: number;
  /** The raw comparison, corrected over the same contrasts, says otherwise. */
  readonly disagrees: boolean;
}
