import type { Meeting } from '../domain';
import type { DeskNeeds } from '../needs';
import { calendarOf } from './calendar';
import { callOff, invite, inviteAgain, mayWrite, remind, uninvite } from './send';
import { aboutMeeting, editionPrint, standingsOf, type FormerGuest, type MemberStanding, type Topic } from './standing';
import { createInvitationStore } from './store';

export interface Invited {
  readonly topics: readonly Topic[];
  readonly may: ReturnType<typeof mayWrite>;
  /** From 1; the one that would be sent now. */
  readonly edition: number;
  readonly members: readonly MemberStanding[];
  readonly former: readonly FormerGuest[];
  readonly isMailSet: boolean;
}

/** Invitations to meetings, by mail with a calendar file. */
export const createInvitations = ({
  connection,
  clock,
  mail,
  findings,
}: Pick<DeskNeeds, 'connection' | 'clock' | 'mail' | 'findings'>) => {
  const store = createInvitationStore(connection);
  const readTopics = topicsOf(findings);
  const needs = { clock, mail, store, readTopics };
  return {
    /** Call once before the first request. */
    ensureIndexes: (): Promise<void> => Promise.resolve(),

    /** Who is invited, and how the letters stand. */
    readInvited: async (meeting: Meeting): Promise<Invited> => {
      const topics = await readTopics(meeting);
      const record = await store.find(meeting.id);
      const isSame = record?.print === editionPrint(meeting, topics);
      const edition = record === undefined ? 1 : record.latest + (isSame ? 0 : 1);
      const letters = await mail.standingsAbout(aboutMeeting(meeting.id));
      return {
        topics,
        may: mayWrite(meeting, clock.now()),
        edition,
        ...standingsOf(meeting, edition, letters),
        isMailSet: mail.isSet,
      };
    },
    invite: invite(needs),
    inviteAgain: inviteAgain(needs),
    remind: remind(needs),
    callOff: callOff(needs),
    uninvite: uninvite(needs),

    /** For one's own calendar: nobody is asked for an answer. */
    calendarFile: (meeting: Meeting, { edition }: Pick<Invited, 'edition'>, description: string): string =>
      calendarOf(meeting, {
        method: meeting.cancelled ? 'CANCEL' : 'PUBLISH',
        sequence: edition - 1,
        description,
        organizer: null,
        attendee: null,
        stamp: clock.now(),
      }),
  };
};

/** As the group saw them, once the meeting was opened; until then as they are. */
const topicsOf =
  ({ conclusions }: DeskNeeds['findings']) =>
  async ({ evaluationId, materials, frozen }: Meeting): Promise<readonly Topic[]> => {
    if (frozen.length > 0) return frozen.map(({ number, title }) => ({ number, title }));
    const all = await conclusions.listConclusions(evaluationId);
    return materials.flatMap((id) => {
      const found = all.find((conclusion) => conclusion.id === id);
      return found === undefined ? [] : [{ number: found.number, title: found.title }];
    });
  };

export type Invitations = ReturnType<typeof createInvitations>;
