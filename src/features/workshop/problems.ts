import { Problem } from '../../platform/problems';

export const meetingNotFound = (): Problem => new Problem('workshop.meeting-not-found', 'not-found');
/** The same words for a code that never was and for one that is no longer used. */
export const codeUnknown = (details: { readonly code: string; readonly home?: string }): Problem =>
  new Problem('workshop.code-unknown', 'not-found', details);
export const tooManyCodes = (): Problem => new Problem('workshop.too-many-codes', 'too-many');
export const notJoined = (details: { readonly code: string }): Problem =>
  new Problem('workshop.not-joined', 'unauthenticated', details);
export const noVotingRight = (): Problem => new Problem('workshop.no-voting-right', 'forbidden');
export const votingNotOpen = (): Problem => new Problem('workshop.voting-not-open', 'conflict');
export const tooLate = (): Problem => new Problem('workshop.too-late', 'conflict');
export const votesUsedUp = (details: { readonly votes: number }): Problem =>
  new Problem('workshop.votes-used-up', 'conflict', details);
export const optionGone = (): Problem => new Problem('workshop.option-gone', 'conflict');
export const changedMeanwhile = (): Problem => new Problem('workshop.changed-meanwhile', 'conflict');
export const proposalNotFound = (): Problem => new Problem('workshop.proposal-not-found', 'not-found');
export const mergeInCircle = (): Problem => new Problem('workshop.merge-in-circle', 'conflict');
export const guestsNotAllowed = (): Problem => new Problem('workshop.guests-not-allowed', 'forbidden');
export const busy = (): Problem => new Problem('workshop.busy', 'unavailable');
export const agreementNotFound = (): Problem => new Problem('workshop.agreement-not-found', 'not-found');
export const meetingOver = (): Problem => new Problem('workshop.meeting-over', 'conflict');
export const meetingCancelled = (): Problem => new Problem('workshop.meeting-cancelled', 'conflict');
export const minutesApproved = (): Problem => new Problem('workshop.minutes-approved', 'forbidden');
export const agreementReported = (): Problem => new Problem('workshop.agreement-reported', 'forbidden');
