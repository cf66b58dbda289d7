import type { WeightDraft, WeightFault } from '../domain/weights';
import type { WeightPreview } from '.';

export const emptyDraft = (method: WeightDraft['method'], variables: readonly string[]): WeightDraft => ({
  method,
  unit: 'totals',
  base: '',
  variables,
  totals: new Map(),
  joined: new Map(),
  trimming: { kind: 'none', lower: '0,3', upper: '3', share: '2,5' },
});

const ABOUT_VARIABLES: ReadonlySet<WeightFault['kind']> = new Set<WeightFault['kind']>([
  'no-margins',
  'too-many-margins',
  'unknown-variable',
  'unusable-variable',
  'sensitive-variable',
  'too-many-cells',
]);

/** Totals that nobody has typed yet are no fault: only the choice of variables is judged. */
export const judgeVariables = (preview: WeightPreview): WeightPreview => ({
  ...preview,
  faults: preview.faults.filter(({ kind }) => ABOUT_VARIABLES.has(kind)),
});
