import type { Meeting, Voting } from '../domain';

/** `open` from the beginning of the stage of spheres until their choice is closed; a further round of the choice opens no sheet again. */
export type SheetsState = 'not-yet' | 'open' | 'closed';

type Led = Pick<Meeting, 'stage' | 'spheres' | 'earlierVotings' | 'code' | 'endedAt' | 'rules'>;

/** The first round of the choice of spheres, with which the sheets are closed. */
const firstRoundOf = ({ spheres, earlierVotings }: Pick<Led, 'spheres' | 'earlierVotings'>): Voting =>
  earlierVotings.find(({ name }) => name === 'spheres') ?? spheres;

export const sheetsStateOf = (meeting: Led): SheetsState => {
  const { state } = firstRoundOf(meeting);
  if (state === 'closing' || state === 'closed' || meeting.stage === 'agreements') return 'closed';
  return meeting.stage === 'spheres' && meeting.code !== null ? 'open' : 'not-yet';
};

/** Nobody changes a sheet any more. */
export const areSheetsClosed = (meeting: Led): boolean => firstRoundOf(meeting).state === 'closed';

/** Sheets that count beyond the meeting: also of one that ended without closing the choice. */
export const areSheetsOver = (meeting: Led): boolean => areSheetsClosed(meeting) || meeting.endedAt !== null;

/** What experts said stays off the wall until the choice is closed or the moderator uncovers numbers. */
export const areExpertsHidden = (meeting: Led): boolean =>
  firstRoundOf(meeting).hidesCounts && !areSheetsClosed(meeting);

/** As it was promised when the choice was opened. */
export const areSheetsSecret = (meeting: Led): boolean =>
  (firstRoundOf(meeting).terms?.ballot ?? meeting.rules.ballot) === 'secret';
