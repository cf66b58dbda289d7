import { Problem } from '../../../platform/problems';

export const languageNotFound = (): Problem => new Problem('languages.language-not-found', 'not-found');

export const sheetNotChosen = (): Problem => new Problem('languages.sheet-not-chosen', 'invalid');
/** The workbook has no sheet whose head row names the key, the Polish text and at least one language. */
export const sheetNotRecognised = (): Problem => new Problem('languages.sheet-not-recognised', 'invalid');
export const reportGone = (): Problem => new Problem('languages.report-gone', 'gone');
