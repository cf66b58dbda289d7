import { dayOf, momentOf, type Clock } from '../../../platform/clock';
import type { Letter, Mail, Mailbox } from '../../../platform/mail';
import { statusOf, type Meeting, type Member } from '../domain';
import { calendarOf } from './calendar';
import { guestNotFound, meetingIsCalledOff, meetingIsOver, meetingTakesPlace, noAddress } from './problems';
import {
  aboutMeeting,
  editionPrint,
  letterKey,
  standingsOf,
  type LetterKind,
  type MemberStanding,
  type Topic,
} from './standing';
import type { InvitationRecord, InvitationStore } from './store';

export interface SendNeeds {
  readonly clock: Clock;
  readonly mail: Mail;
  readonly store: InvitationStore;
  readonly readTopics: (meeting: Meeting) => Promise<readonly Topic[]>;
}

/** What the letter is to say. */
export interface Occasion {
  readonly kind: LetterKind;
  readonly member: Member;
  readonly topics: readonly Topic[];
  /** The person has an earlier invitation that is not true any more. */
  readonly isChange: boolean;
}

export interface Words {
  readonly subject: string;
  readonly text: string;
  /** What stands in the calendar beside time and place. */
  readonly description: string;
}

export interface Dispatch {
  readonly meeting: Meeting;
  /** Who sends; the first one is who answers come to. */
  readonly sender: Mailbox;
  readonly write: (occasion: Occasion) => Words;
}

/** Letters about it are of no use after its day. */
const endOfMeetingDay = ({ day }: Pick<Meeting, 'day'>): Date => momentOf(day, '23:59');

const isOver = (meeting: Meeting, now: Date): boolean =>
  statusOf(meeting) === 'ended' || now > endOfMeetingDay(meeting);

/** Whether something may be written about it now, and what. */
export const mayWrite = (meeting: Meeting, now: Date): 'invite' | 'call-off' | 'nothing' => {
  if (isOver(meeting, now)) return 'nothing';
  return statusOf(meeting) === 'cancelled' ? 'call-off' : 'invite';
};

const checkInvites = (meeting: Meeting, now: Date): void => {
  const may = mayWrite(meeting, now);
  if (may === 'nothing') throw meetingIsOver();
  if (may === 'call-off') throw meetingIsCalledOff();
};

interface Desk {
  readonly topics: readonly Topic[];
  readonly record: InvitationRecord;
  readonly members: readonly MemberStanding[];
  readonly former: ReturnType<typeof standingsOf>['former'];
}

const openDesk = async (
  { clock, mail, store, readTopics }: SendNeeds,
  { meeting, sender }: Dispatch,
): Promise<Desk> => {
  const topics = await readTopics(meeting);
  const record = await store.keep(meeting.id, editionPrint(meeting, topics), sender, clock.now());
  return {
    topics,
    record,
    ...standingsOf(meeting, record.latest, await mail.standingsAbout(aboutMeeting(meeting.id))),
  };
};

interface Envelope extends Pick<Occasion, 'kind' | 'member' | 'isChange'> {
  readonly round: number;
  readonly again?: string;
}

const letterOf = (
  { clock }: SendNeeds,
  { meeting, write }: Dispatch,
  { topics, record }: Desk,
  { kind, member, isChange, round, again }: Envelope,
): Letter => {
  const address = member.email ?? '';
  const { subject, text, description } = write({ kind, member, topics, isChange });
  const to = { name: member.name, address };
  const method = kind === 'odwolanie' ? 'CANCEL' : 'REQUEST';
  const content = calendarOf(meeting, {
    method,
    sequence: record.latest - 1,
    description,
    organizer: record.organizer,
    attendee: to,
    stamp: clock.now(),
  });
  return {
    key: letterKey(meeting.id, { kind, member: member.id, edition: record.latest, round, address }, again),
    to,
    subject,
    text,
    about: aboutMeeting(meeting.id),
    replyTo: record.organizer,
    expiresAt: endOfMeetingDay(meeting),
    ...(kind === 'przypomnienie' ? {} : { calendar: { method, content } }),
  };
};

const queue = async (needs: SendNeeds, letters: readonly Letter[]): Promise<number> => {
  await needs.mail.queue(letters);
  return letters.length;
};

const hasAddress = ({ member }: { readonly member: Member }): boolean => member.email !== null && member.email !== '';

/** Invitations that are not true any more and still wait. */
const withdrawOutdated = async (
  { mail }: SendNeeds,
  { meeting }: Dispatch,
  current: readonly Letter[],
): Promise<void> => {
  const keys = new Set(current.map(({ key }) => key));
  const people = new Set(current.map(({ key }) => key.split(':')[2]));
  const waiting = (await mail.standingsAbout(aboutMeeting(meeting.id))).filter(({ state }) => state === 'waiting');
  const outdated = waiting.filter(({ key }) => people.has(key.split(':')[2]) && !keys.has(key));
  await mail.withdraw(outdated.map(({ key }) => key));
};

/** To everybody who has an address and no invitation with what is true now. @returns how many letters */
export const invite =
  (needs: SendNeeds) =>
  async (dispatch: Dispatch): Promise<number> => {
    checkInvites(dispatch.meeting, needs.clock.now());
    const desk = await openDesk(needs, dispatch);
    const letters = desk.members
      .filter((standing) => hasAddress(standing) && standing.invitation === null)
      .map(({ member, round, outdated }) =>
        letterOf(needs, dispatch, desk, { kind: 'zaproszenie', member, round, isChange: outdated !== null }),
      );
    await withdrawOutdated(needs, dispatch, letters);
    return queue(needs, letters);
  };

/** Once more to one person. Repeatable by `again`. */
export const inviteAgain =
  (needs: SendNeeds) =>
  async (dispatch: Dispatch, id: string, again: string): Promise<number> => {
    checkInvites(dispatch.meeting, needs.clock.now());
    const desk = await openDesk(needs, dispatch);
    const standing = desk.members.find(({ member }) => member.id === id);
    if (standing === undefined) throw guestNotFound();
    if (!hasAddress(standing)) throw noAddress();
    const { member, round, outdated } = standing;
    const isChange = outdated !== null;
    const letter = letterOf(needs, dispatch, desk, { kind: 'zaproszenie', member, round, isChange, again });
    await withdrawOutdated(needs, dispatch, [letter]);
    return queue(needs, [letter]);
  };

/** To everybody who has the invitation; once a day. @returns how many letters */
export const remind =
  (needs: SendNeeds) =>
  async (dispatch: Dispatch): Promise<number> => {
    checkInvites(dispatch.meeting, needs.clock.now());
    const desk = await openDesk(needs, dispatch);
    const again = dayOf(needs.clock.now());
    const letters = desk.members
      .filter((standing) => hasAddress(standing) && standing.invitation?.state === 'sent')
      .map(({ member, round }) =>
        letterOf(needs, dispatch, desk, { kind: 'przypomnienie', member, round, isChange: false, again }),
      );
    return queue(needs, letters);
  };

/** To everybody who was invited to a meeting that does not take place. @returns how many letters */
export const callOff =
  (needs: SendNeeds) =>
  async (dispatch: Dispatch): Promise<number> => {
    const { meeting } = dispatch;
    const may = mayWrite(meeting, needs.clock.now());
    if (may === 'nothing') throw meetingIsOver();
    if (may === 'invite') throw meetingTakesPlace();
    const waiting = (await needs.mail.standingsAbout(aboutMeeting(meeting.id))).filter(
      ({ key, state }) => state === 'waiting' && !key.startsWith('odwolanie:'),
    );
    await needs.mail.withdraw(waiting.map(({ key }) => key));
    const desk = await openDesk(needs, dispatch);
    const letters = desk.members
      .filter((standing) => hasAddress(standing) && standing.outdated !== null && standing.cancellation === null)
      .map(({ member, round }) =>
        letterOf(needs, dispatch, desk, { kind: 'odwolanie', member, round, isChange: false }),
      );
    return queue(needs, letters);
  };

/** To those who were invited and are not on the list any more. @returns how many letters */
export const uninvite =
  (needs: SendNeeds) =>
  async (dispatch: Dispatch): Promise<number> => {
    if (mayWrite(dispatch.meeting, needs.clock.now()) === 'nothing') throw meetingIsOver();
    const desk = await openDesk(needs, dispatch);
    return queue(
      needs,
      desk.former.map(({ member, round }) =>
        letterOf(needs, dispatch, desk, { kind: 'odwolanie', member, round, isChange: false }),
      ),
    );
  };
