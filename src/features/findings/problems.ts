import { Problem } from '../../platform/problems';

export const findingNotFound = (): Problem => new Problem('findings.not-found', 'not-found');

/** Somebody else changed it since it was read. */
export const findingChanged = (): Problem => new Problem('findings.changed', 'conflict');

export const tooMuchEvidence = (details: { readonly most: number }): Problem =>
  new Problem('findings.too-much-evidence', 'too-many', details);

export const quoteGone = (): Problem => new Problem('findings.quote-gone', 'gone');

export const findingInUse = (details: { readonly conclusions: string }): Problem =>
  new Problem('findings.in-use', 'conflict', details);

/** The address says nothing that can be counted. */
export const tableUnreadable = (): Problem => new Problem('findings.table-unreadable', 'invalid');
