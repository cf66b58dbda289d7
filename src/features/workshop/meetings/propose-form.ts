import { membersOn, statusOf, type GroupMember, type Meeting } from '../domain';
import { lineOf } from '../group/read-lines';
import type { MeetingForm } from './inputs';
import { meetingPrint } from './prepare-meeting';

type Group = readonly GroupMember[];

const PERCENT = 100;
const HUNDREDTHS = 10_000;

/** What stands in the fields that hold people and rules; those who are of no group are lines. */
const peopleAndRules = (
  { members, rules }: Pick<Meeting, 'members' | 'rules'>,
  group: Group,
  withoutVote: string,
): Pick<MeetingForm, 'sklad' | 'osoby' | 'glosy' | 'sfery' | 'kworum' | 'tajne' | 'goscie'> => {
  const known = new Set(group.map(({ id }) => id));
  return {
    sklad: members.filter(({ id }) => known.has(id)).map(({ id }) => id),
    osoby: members
      .filter(({ id }) => !known.has(id))
      .map((member) => lineOf(member, withoutVote))
      .join('\n'),
    glosy: String(rules.votesEach),
    sfery: String(rules.spheresEach),
    kworum: rules.quorum === null ? '' : String(Math.round(rules.quorum * HUNDREDTHS) / PERCENT).replace('.', ','),
    tajne: rules.ballot === 'secret' ? 'tajne' : 'jawne',
    goscie: rules.guests ? '1' : '',
  };
};

/**
 * A new meeting begins as the last one was: its people, with those who came to the group since, its rules and place. Without one everybody of the
 * group is chosen.
 */
export const proposeForm = (
  empty: MeetingForm,
  group: Group,
  meetings: readonly Meeting[],
  { today, withoutVote }: { readonly today: string; readonly withoutVote: string },
): MeetingForm => {
  const there = membersOn({ members: group }, today);
  const last = meetings.findLast((meeting) => statusOf(meeting) !== 'cancelled');
  if (last === undefined)
    return { ...empty, sklad: there.map(({ id }) => id), glosy: '3', sfery: '3', goscie: '1', tajne: 'tajne' };
  const before = peopleAndRules(last, group, withoutVote);
  const newcomers = there.filter(({ since }) => since > last.day).map(({ id }) => id);
  const hadGroup = before.sklad.length > 0;
  const stayed = there.map(({ id }) => id).filter((id) => !hadGroup || before.sklad.includes(id));
  return { ...empty, ...before, sklad: [...new Set([...stayed, ...newcomers])], miejsce: last.place };
};

/** The meeting as it stands, to be changed. */
export const formOfMeeting = (meeting: Meeting, group: Group, withoutVote: string): MeetingForm => ({
  tytul: meeting.title,
  dzien: meeting.day,
  od: meeting.from,
  do: meeting.to,
  miejsce: meeting.place,
  program: meeting.agenda,
  wnioski: [...meeting.materials],
  ...peopleAndRules(meeting, group, withoutVote),
  wersja: meetingPrint(meeting),
});

/** What may be changed of an open meeting is taken from what was typed; the rest is as it stands. */
export const formOfOpen = (
  standing: MeetingForm,
  typed: MeetingForm,
  may: { readonly anything: boolean; readonly rules: boolean },
): MeetingForm => {
  if (may.anything) return typed;
  const { miejsce, program, sklad, osoby, wersja, glosy, sfery, kworum, tajne, goscie } = typed;
  const rules = may.rules ? { glosy, sfery, kworum, tajne, goscie } : {};
  return { ...standing, ...rules, miejsce, program, sklad, osoby, wersja };
};
