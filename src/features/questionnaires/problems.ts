import { Problem } from '../../platform/problems';

export const versionNotFound = (): Problem => new Problem('questionnaires.version-not-found', 'not-found');

/** Another definition was published under this number before. */
export const versionTaken = (details: { readonly code: string; readonly version: number }): Problem =>
  new Problem('questionnaires.version-taken', 'conflict', details);

export const questionnaireNotFound = (): Problem => new Problem('questionnaires.questionnaire-not-found', 'not-found');

/** Too many people saved at the same moment. */
export const draftBusy = (): Problem => new Problem('questionnaires.draft-busy', 'conflict');

export const codeTaken = (details: { readonly code: string }): Problem =>
  new Problem('questionnaires.code-taken', 'conflict', details);
