import { Problem } from '../../../platform/problems';

/** The file with the answers lacks columns of the codebook, or is no table at all. */
export const waveUnreadable = (details: { readonly missing: string }): Problem =>
  new Problem('waves.unreadable', 'invalid', details);

export const waveEmpty = (): Problem => new Problem('waves.empty', 'invalid');

export const codebookUnreadable = (details: { readonly place: string }): Problem =>
  new Problem('waves.codebook-unreadable', 'invalid', details);

export const waveTaken = (details: { readonly code: string }): Problem =>
  new Problem('waves.taken', 'conflict', details);
