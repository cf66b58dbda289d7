import { Problem } from '../../../platform/problems';

export const recommendationNotFound = (): Problem => new Problem('recommendations.not-found', 'not-found');

/** Somebody else changed it, or decided on it, since it was read. */
export const recommendationChanged = (): Problem => new Problem('recommendations.changed', 'conflict');

/** An addressee has spoken: it stays, and may become outdated. */
export const recommendationDecided = (details: { readonly number: number }): Problem =>
  new Problem('recommendations.decided', 'conflict', details);

/** Asked of others, or not asked yet. */
export const notTheAddressee = (): Problem => new Problem('recommendations.not-the-addressee', 'forbidden');
