import { Problem } from '../../platform/problems';

export const notFound = (): Problem => new Problem('evaluations.not-found', 'not-found');

/** Somebody else changed the same thing between reading and saving. */
export const changedMeanwhile = (): Problem => new Problem('evaluations.changed-meanwhile', 'conflict');

/** What is final stays final. */
export const alreadyFinal = (): Problem => new Problem('evaluations.already-final', 'conflict');

/** Results become final between the first day of fieldwork and today. */
export const dayOutOfRange = (details: { readonly from: string; readonly to: string }): Problem =>
  new Problem('evaluations.day-out-of-range', 'invalid', details);
