import { wilsonInterval, type Interval } from '../../../../statistics';

/** A part of a base, with its 95% interval. */
export interface Share {
  readonly count: number;
  /** 0 to 1; null when the base is empty. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

export const shareOf = (count: number, base: number): Share => ({
  count,
  share: base === 0 ? null : count / base,
  interval: wilsonInterval(count, base),
});
