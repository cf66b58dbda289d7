import { Problem } from '../../../platform/problems';

export const noFileChosen = (): Problem => new Problem('interchange.no-file', 'invalid');
export const unknownFileKind = (): Problem => new Problem('interchange.unknown-kind', 'invalid');
export const nestedTooDeep = (details: { readonly most: number }): Problem =>
  new Problem('interchange.too-deep', 'too-large', details);
export const tooManyRows = (details: { readonly sheet: string; readonly most: number }): Problem =>
  new Problem('interchange.too-many-rows', 'too-large', details);
export const noSurveySheet = (): Problem => new Problem('interchange.no-survey-sheet', 'invalid');
export const notJson = (): Problem => new Problem('interchange.not-json', 'invalid');
export const notLimeSurvey = (): Problem => new Problem('interchange.not-limesurvey', 'invalid');
export const unsafeXml = (): Problem => new Problem('interchange.unsafe-xml', 'invalid');
export const importNotFound = (): Problem => new Problem('interchange.import-not-found', 'not-found');
export const nothingToTake = (): Problem => new Problem('interchange.nothing-to-take', 'invalid');
export const cannotBeWritten = (): Problem => new Problem('interchange.cannot-be-written', 'invalid');
export const draftChanged = (): Problem => new Problem('interchange.draft-changed', 'conflict');
