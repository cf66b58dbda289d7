/** A measure of ordinal association with its asymptotic standard errors. */
export interface OrdinalCoefficient {
  /** In [−1, 1]. */
  readonly value: number;
  /** ASE1, not assuming independence: for intervals. */
  readonly standardError: number;
  /** ASE0, under independence: for tests. */
  readonly standardErrorUnderIndependence: number;
  /** value / ASE0, SPSS's "approximate T"; null when ASE0 is 0. */
  readonly z: number | null;
  /** Two-sided, normal; null with z. */
  readonly p: number | null;
}
