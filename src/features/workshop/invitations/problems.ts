import { Problem } from '../../../platform/problems';

export const invitationsBusy = (): Problem => new Problem('invitations.busy', 'unavailable');
export const meetingIsOver = (): Problem => new Problem('invitations.meeting-is-over', 'conflict');
export const meetingIsCalledOff = (): Problem => new Problem('invitations.meeting-is-called-off', 'conflict');
export const meetingTakesPlace = (): Problem => new Problem('invitations.meeting-takes-place', 'conflict');
export const guestNotFound = (): Problem => new Problem('invitations.guest-not-found', 'not-found');
export const noAddress = (): Problem => new Problem('invitations.no-address', 'conflict');
/** A code is drawn only while there is one. */
export const codeNotGiven = (): Problem => new Problem('invitations.code-not-given', 'not-found');
