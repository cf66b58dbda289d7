import type { Actor } from '../../accounts';
import { mayChange, statusOf, type Meeting, type MeetingId } from '../domain';
import { printOf } from '../group/print-of';
import type { RoomNeeds } from '../needs';
import { busy, meetingCancelled, meetingNotFound, meetingOver } from '../problems';

/** What people write down of a meeting. */
export type MeetingWords = Pick<
  Meeting,
  'title' | 'day' | 'from' | 'to' | 'place' | 'agenda' | 'materials' | 'rules' | 'members'
>;

const wordsOf = ({ title, day, from, to, place, agenda, materials, rules, members }: MeetingWords): MeetingWords => ({
  title,
  day,
  from,
  to,
  place,
  agenda,
  materials,
  rules,
  members,
});

/** What of a meeting stands on its form; stages and votes do not change it. */
export const meetingPrint = (meeting: MeetingWords): string => {
  const { rules, members, ...words } = wordsOf(meeting);
  const { votesEach, spheresEach, ballot, quorum, guests } = rules;
  const people = members.map(({ id, name, institution, mayVote, email }) => [id, name, institution, mayVote, email]);
  return printOf([Object.values(words), votesEach, spheresEach, ballot, quorum, guests, people]);
};

/** What may be changed is, the rest stays: of an open meeting place, agenda, further members, and rules before the first voting. */
const mergedWords = (meeting: Meeting, wanted: MeetingWords): MeetingWords => {
  const may = mayChange(meeting);
  if (may.anything) return wanted;
  const there = new Set(meeting.members.map(({ id }) => id));
  return {
    ...wordsOf(meeting),
    place: wanted.place,
    agenda: wanted.agenda,
    members: [...meeting.members, ...wanted.members.filter(({ id }) => !there.has(id))],
    ...(may.rules ? { rules: wanted.rules } : {}),
  };
};

const MOST_TRIES = 20;

/** A meeting before it begins: changed, called off, called back. */
export const prepareMeetings = ({ meetings, clock, hub }: RoomNeeds) => {
  /** Stages that move meanwhile do not stand in the way: what was decided on an older meeting is decided again. */
  const edit = async <Result>(
    id: MeetingId,
    decide: (meeting: Meeting) => {
      readonly change?: Partial<MeetingWords & Pick<Meeting, 'cancelled'>>;
      readonly result: Result;
    },
  ): Promise<Result> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const meeting = (await meetings.find(id))?.meeting;
      if (meeting === undefined) throw meetingNotFound();
      const { change, result } = decide(meeting);
      if (change === undefined) return result;
      if (await meetings.change(meeting, change, clock.now())) {
        hub.changed(id, 'board');
        return result;
      }
    }
    throw busy();
  };
  return {
    /**
     * Repeatable: the same words again change nothing.
     *
     * @param seen what `meetingPrint` said of the meeting on the page
     * @throws Problem `workshop.meeting-not-found` · `workshop.meeting-over` · `workshop.meeting-cancelled`
     */
    reviseMeeting: (id: MeetingId, seen: string, wanted: MeetingWords): Promise<'revised' | 'overtaken'> =>
      edit<'revised' | 'overtaken'>(id, (meeting) => {
        if (statusOf(meeting) === 'ended') throw meetingOver();
        if (statusOf(meeting) === 'cancelled') throw meetingCancelled();
        const after = mergedWords(meeting, wanted);
        if (meetingPrint(after) === meetingPrint(meeting)) return { result: 'revised' };
        return meetingPrint(meeting) === seen ? { change: after, result: 'revised' } : { result: 'overtaken' };
      }),

    /** It stays on the list. @throws Problem `workshop.meeting-over` once it was opened */
    cancelMeeting: (id: MeetingId, reason: string, actor: Actor): Promise<void> =>
      edit(id, (meeting) => {
        if (statusOf(meeting) === 'cancelled') return { result: undefined };
        if (statusOf(meeting) !== 'planned') throw meetingOver();
        return { change: { cancelled: { reason, by: actor.name, at: clock.now() } }, result: undefined };
      }),

    /** It takes place after all. */
    restoreMeeting: (id: MeetingId): Promise<void> =>
      edit(id, (meeting) => ({ ...(meeting.cancelled ? { change: { cancelled: null } } : {}), result: undefined })),
  };
};
