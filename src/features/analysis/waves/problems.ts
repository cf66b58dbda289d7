import { Problem } from '../../../platform/problems';

/** The file with the answers lacks columns of the codebook, or is no table at all. */
export const waveUnreadable = (details: { readonly missing: string }): Problem =>
  new Problem('waves.unreadable', 'invalid', details);

export const waveEmpty = (): Problem => new Problem('waves.empty', 'invalid');

export const codebookUnreadable = (details: { readonly place: string }): Problem =>
  new Problem('waves.codebook-unreadable', 'invalid', details);

export const waveTaken = (details: { readonly code: string }): Problem =>
  new Problem('waves.taken', 'conflict', details);

export const noColumns = (details: { readonly columns: number; readonly most: number }): Problem =>
  new Problem('waves.too-many-columns', 'too-large', details);

/** A codebook as a table needs at least a column of names. */
export const codebookWithoutNames = (): Problem => new Problem('waves.codebook-without-names', 'invalid');

export const draftNotFound = (): Problem => new Problem('waves.draft-not-found', 'not-found');

export const draftTooLarge = (details: { readonly megabytes: number }): Problem =>
  new Problem('waves.draft-too-large', 'too-large', details);

/** Two windows chose for the same draft. */
export const draftChanged = (): Problem => new Problem('waves.draft-changed', 'conflict');

export const waveNotFound = (): Problem => new Problem('waves.not-found', 'not-found');

/** Something published or saved rests on the wave. */
export const waveInUse = (details: { readonly places: string }): Problem =>
  new Problem('waves.in-use', 'conflict', details);

export const tooManyDrafts = (details: { readonly most: number }): Problem =>
  new Problem('waves.too-many-drafts', 'conflict', details);

/** What nobody chose to take. */
export const nothingChosen = (): Problem => new Problem('waves.nothing-chosen', 'invalid');

/** Taking the results of one from those of the other would show a few people. */
export const almostSame = (details: { readonly title: string; readonly count: number }): Problem =>
  new Problem('waves.almost-same', 'conflict', details);
