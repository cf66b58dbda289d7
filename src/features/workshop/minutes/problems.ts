import { Problem } from '../../../platform/problems';

/** Nothing was sent yet, or not to this role. */
export const notSent = (): Problem => new Problem('minutes.not-sent', 'not-found');
/** The role may read approved minutes only. */
export const notApproved = (): Problem => new Problem('minutes.not-approved', 'forbidden');
export const alreadyApproved = (): Problem => new Problem('minutes.already-approved', 'conflict');
export const changedMeanwhile = (): Problem => new Problem('minutes.changed-meanwhile', 'conflict');
/** The same words for a key that never was and for one of another meeting. */
export const keyUnknown = (): Problem => new Problem('minutes.key-unknown', 'not-found');
export const tooManyKeys = (): Problem => new Problem('minutes.too-many-keys', 'too-many');
export const tooLate = (details: { readonly day: string }): Problem =>
  new Problem('minutes.too-late', 'conflict', details);
export const voiceNotFound = (): Problem => new Problem('minutes.voice-not-found', 'not-found');
/** The person has spoken; nobody writes over it. */
export const hasSpoken = (details: { readonly name: string }): Problem =>
  new Problem('minutes.has-spoken', 'conflict', details);
export const cannotClose = (obstacle: string): Problem => new Problem(`minutes.cannot-close-${obstacle}`, 'conflict');
/** Minutes are sent after the meeting. */
export const notEnded = (): Problem => new Problem('minutes.not-ended', 'conflict');
export const textNotKept = (): Problem => new Problem('minutes.text-not-kept', 'unavailable');
