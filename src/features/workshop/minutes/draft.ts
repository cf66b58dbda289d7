import type { Meeting, MeetingId, Minutes, MinutesId, MinutesWords } from '../domain';
import type { MinutesStore } from './store';

/** One meeting has one set of minutes. */
export const minutesOf = (meeting: MeetingId): MinutesId => meeting as string as MinutesId;

const NO_WORDS: MinutesWords = { discussion: [], remarks: '', nextMeeting: '', writtenBy: '' };

/** Minutes that nobody has written in yet. */
const blank = ({ id, evaluationId, number }: Meeting): Minutes => ({
  id: minutesOf(id),
  evaluationId,
  meetingId: id,
  meetingNumber: number,
  state: 'draft',
  version: 0,
  until: null,
  words: NO_WORDS,
  versions: [],
  approval: null,
  revision: 0,
});

/** As they are stored, or blank ones. */
export const readMinutes =
  ({ store }: { readonly store: Pick<MinutesStore, 'find'> }) =>
  async (meeting: Meeting): Promise<Minutes> =>
    (await store.find(minutesOf(meeting.id))) ?? blank(meeting);
