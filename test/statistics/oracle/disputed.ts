/**
 * Fields of the reference that contradict their own definition. They are not compared, and the run prints them; what the
 * kernel gives instead is held by the spec named beside each. The list may only become shorter.
 */
export const DISPUTED: readonly {
  readonly entry: string;
  readonly field: string;
  readonly reason: string;
  readonly heldBy: string;
}[] = [
  {
    entry: 'ols-004',
    field: 'vif_columns',
    reason:
      'gives 1, 1, 1 for a weighted model with correlated predictors; by definition 1 / (1 − R²) it is 2.307, 2.394, 1.062',
    heldBy: 'test/statistics/oracle-disputes.spec.ts',
  },
  {
    entry: 'svy_proportion-001',
    field: 'ci95_korn_graubard_beta_lower',
    reason:
      'gives 0.5 for shares of 0.71, 0.16 and 0.12: R evaluates qbeta(∞, ∞) when the standard error is 0; the limit is the share itself',
    heldBy: 'test/statistics/oracle-disputes.spec.ts',
  },
  {
    entry: 'svy_proportion-001',
    field: 'ci95_korn_graubard_beta_upper',
    reason: 'the same',
    heldBy: 'test/statistics/oracle-disputes.spec.ts',
  },
];

export const isDisputed = (entry: string, field: string): boolean =>
  DISPUTED.some((dispute) => dispute.entry === entry && dispute.field === field);
