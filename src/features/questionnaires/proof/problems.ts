import { Problem } from '../../../platform/problems';

/** Nobody can walk a draft with faults, not even an invented respondent. */
export const draftHasFaults = (details: { readonly count: number }): Problem =>
  new Problem('proof.draft-has-faults', 'conflict', details);

export const noTestData = (): Problem => new Problem('proof.no-test-data', 'not-found');
