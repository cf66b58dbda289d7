import { Problem } from '../../platform/problems';

export const notFound = (): Problem => new Problem('evaluations.not-found', 'not-found');

/** Somebody else changed the same thing between reading and saving. */
export const changedMeanwhile = (): Problem => new Problem('evaluations.changed-meanwhile', 'conflict');
