import { Problem } from '../../platform/problems';

export const versionNotFound = (): Problem => new Problem('questionnaires.version-not-found', 'not-found');

/** Another definition was published under this number before. */
export const versionTaken = (details: { readonly code: string; readonly version: number }): Problem =>
  new Problem('questionnaires.version-taken', 'conflict', details);
