import { createHash } from 'node:crypto';
import { isDay } from '../../questionnaires/domain';
import type { ConclusionId } from '../../findings';
import { isSameMember, membersOn, TEXT_LIMITS, type GroupMember, type Member } from '../domain';
import { readLines, type LineFault, type LinePerson } from '../group/read-lines';
import type { MeetingForm } from './inputs';
import type { MeetingWords } from './prepare-meeting';

export type MeetingFault =
  | { readonly field: 'tytul' | 'dzien' | 'od' | 'do' | 'glosy' | 'sfery' | 'kworum' }
  /** Somebody of the group who does not belong to it on the day of the meeting. */
  | { readonly field: 'sklad'; readonly name: string }
  /** A line of the list of further people that cannot be read. */
  | ({ readonly field: 'osoby' } & LineFault);

const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;
const MOST_VOTES = 20;
const PERCENT = 100;

/** What the form asks for, or what must be mended in it. */
export const readForm = (
  form: MeetingForm,
  group: readonly GroupMember[],
): { readonly faults: readonly MeetingFault[]; readonly wanted: MeetingWords } => {
  const people = peopleIn(form, group);
  const quorum = form.kworum === '' ? null : Number(form.kworum.replace(',', '.').replace('%', '')) / PERCENT;
  const from = form.od.padStart('00:00'.length, '0');
  const to = form.do === '' ? '' : form.do.padStart('00:00'.length, '0');
  const isCount = (value: string): boolean =>
    /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_VOTES;
  const field = (name: Exclude<MeetingFault['field'], 'osoby' | 'sklad'>, isRight: boolean): readonly MeetingFault[] =>
    isRight ? [] : [{ field: name }];
  return {
    faults: [
      ...field('tytul', form.tytul !== '' && form.tytul.length <= TEXT_LIMITS.proposal),
      ...field('dzien', isDay(form.dzien)),
      ...field('od', TIME.test(form.od)),
      ...field('do', to === '' || (TIME.test(form.do) && to > from)),
      ...people.faults,
      ...field('glosy', isCount(form.glosy)),
      ...field('sfery', isCount(form.sfery)),
      ...field('kworum', quorum === null || (quorum >= 0 && quorum <= 1)),
    ],
    wanted: {
      title: form.tytul,
      day: form.dzien,
      from,
      to,
      place: form.miejsce,
      agenda: form.program,
      materials: [...new Set(form.wnioski)] as ConclusionId[],
      members: people.members,
      rules: {
        votesEach: Number(form.glosy),
        spheresEach: Number(form.sfery),
        ballot: form.tajne === 'tajne' ? 'secret' : 'named',
        quorum,
        guests: form.goscie === '1',
      },
    },
  };
};

/** Those chosen from the group, who must belong to it on the day, and further people by their lines; nobody is there twice. */
const peopleIn = (
  form: Pick<MeetingForm, 'sklad' | 'osoby' | 'dzien'>,
  group: readonly GroupMember[],
): { readonly members: readonly Member[]; readonly faults: readonly MeetingFault[] } => {
  const chosen = group.filter(({ id }) => form.sklad.includes(id));
  const there = isDay(form.dzien) ? membersOn({ members: group }, form.dzien) : group;
  const lines = readLines(form.osoby);
  const members = new Map<string, Member>();
  for (const member of chosen) members.set(member.id, memberOf(member));
  for (const person of lines.people) {
    const same = there.find((member) => isSameMember(member, person));
    const member = same === undefined ? furtherMember(person) : memberOf(same);
    members.set(member.id, member);
  }
  return {
    members: [...members.values()],
    faults: [
      ...chosen.filter((member) => !there.includes(member)).map(({ name }) => ({ field: 'sklad', name }) as const),
      ...lines.faults.map((fault) => ({ field: 'osoby', ...fault }) as const),
    ],
  };
};

const memberOf = ({ id, name, institution, mayVote, email }: GroupMember): Member => ({
  id,
  name,
  institution,
  mayVote,
  email,
});

/** The same name and institution is the same person of a meeting. */
const furtherMember = (person: LinePerson): Member => ({
  id: createHash('sha256').update(`${person.name};${person.institution}`).digest('base64url').slice(0, 12),
  ...person,
});
