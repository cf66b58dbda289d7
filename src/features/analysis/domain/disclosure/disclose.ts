declare const passed: unique symbol;

/** Bears witness that disclosure control was applied; only this file can make it. */
interface Passed {
  readonly [passed]: true;
}

/** A group's result before disclosure control: counts, and estimates that are worked out only when they may be shown. */
export interface Measured<Counts, Estimates> {
  /** Respondents in the base of percentages. */
  readonly n: number;
  readonly counts: Counts;
  readonly estimate: () => Estimates;
}

export interface Hidden extends Passed {
  readonly level: 'hidden';
}

/** 5 to 9 respondents: numbers of answers, no percentages, means or tests. */
export interface CountsOnly<Counts> extends Passed {
  readonly level: 'counts';
  readonly n: number;
  readonly counts: Counts;
}

export interface Estimated<Counts, Estimates> extends Passed {
  readonly level: 'estimates';
  readonly n: number;
  /** Fewer than 30 respondents: say so beside the number. */
  readonly hasSmallBase: boolean;
  readonly counts: Counts;
  readonly estimates: Estimates;
}

/** The only form in which results leave the domain: figures, JSON and reports accept nothing else. */
export type Disclosed<Counts, Estimates> = Hidden | CountsOnly<Counts> | Estimated<Counts, Estimates>;

/** Below this, counts only (domain 3.6, rule 6). */
export const LEAST_FOR_PERCENT = 10;
/** Below this, a warning. */
export const LEAST_WITHOUT_WARNING = 30;

/**
 * @param isHidden     what protection of the whole lattice says of this cell
 * @param smallestGroup hides the group itself, whatever the lattice says
 */
export const disclose = <Counts, Estimates>(
  measured: Measured<Counts, Estimates>,
  isHidden: boolean,
  smallestGroup: number,
): Disclosed<Counts, Estimates> => {
  const { n, counts } = measured;
  if (isHidden || n < smallestGroup) return { level: 'hidden' } as Hidden;
  if (n < LEAST_FOR_PERCENT) return { level: 'counts', n, counts } as CountsOnly<Counts>;
  const estimates = measured.estimate();
  return { level: 'estimates', n, hasSmallBase: n < LEAST_WITHOUT_WARNING, counts, estimates } as Estimated<
    Counts,
    Estimates
  >;
};
