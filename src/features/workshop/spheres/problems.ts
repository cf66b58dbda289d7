import { Problem } from '../../../platform/problems';

export const sphereNotFound = (): Problem => new Problem('sphere-decisions.sphere-not-found', 'not-found');
/** Somebody decided about the sphere after the form was drawn. */
export const decidedMeanwhile = (): Problem => new Problem('sphere-decisions.decided-meanwhile', 'conflict');
export const noList = (): Problem => new Problem('sphere-decisions.no-list', 'not-found');
export const noVersion = (details: { readonly number: string }): Problem =>
  new Problem('sphere-decisions.no-version', 'not-found', details);
/** Decisions or the list changed after the page of confirmation was drawn. */
export const listChanged = (): Problem => new Problem('sphere-decisions.list-changed', 'conflict');
export const nothingToPublish = (): Problem => new Problem('sphere-decisions.nothing-to-publish', 'conflict');
