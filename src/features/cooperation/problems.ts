import { Problem } from '../../platform/problems';

/** Not there, or asked of somebody else: the same words for both. */
export const entryNotFound = (): Problem => new Problem('follow-up.not-found', 'not-found');

/** Nothing in the register of this evaluation is for the institution. */
export const registerNotFound = (): Problem => new Problem('follow-up.register-not-found', 'not-found');

export const fileNotFound = (): Problem => new Problem('follow-up.file-not-found', 'not-found');

/** Somebody else reported on it, or changed it, since it was read. */
export const entryChanged = (): Problem => new Problem('follow-up.changed', 'conflict');

/** The addressee, ROPS and those who evaluate report. */
export const notYoursToReport = (): Problem => new Problem('follow-up.not-yours', 'forbidden');

/** The same form was saved before with other words. */
export const alreadyReported = (): Problem => new Problem('follow-up.already-reported', 'conflict');
