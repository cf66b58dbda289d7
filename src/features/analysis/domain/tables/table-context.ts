import type { Banner } from './banners';
import type { Merge } from './merges';
import type { PercentBase } from './table';

/** What every block of one table shares. */
export interface TableContext {
  readonly banners: readonly Banner[];
  /** 1 = let through by the filter and carrying a weight; null = everyone. */
  readonly members: Uint8Array | null;
  /** 1 = let through by the filter; null = everyone. */
  readonly filtered: Uint8Array | null;
  readonly weights: Float64Array | null;
  /** Respondents that carry a weight, filtered or not. */
  readonly sampleSize: number;
  /** Probability below which a difference counts; 0: nothing is tested. */
  readonly level: number;
  readonly merges: readonly Merge[];
  readonly base: PercentBase;
}
