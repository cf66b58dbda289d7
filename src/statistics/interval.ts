/** Where a population value plausibly lies, in the unit of the value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
