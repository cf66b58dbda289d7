import { Problem } from '../../../platform/problems';

export const conclusionNotFound = (): Problem => new Problem('conclusions.not-found', 'not-found');

/** Somebody else changed it since it was read. */
export const conclusionChanged = (): Problem => new Problem('conclusions.changed', 'conflict');

/** Recommendations follow from it: R1, R3. */
export const conclusionInUse = (details: { readonly recommendations: string }): Problem =>
  new Problem('conclusions.in-use', 'conflict', details);
