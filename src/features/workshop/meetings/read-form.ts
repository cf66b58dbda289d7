import { createHash } from 'node:crypto';
import { isDay } from '../../questionnaires/domain';
import type { ConclusionId } from '../../findings';
import { TEXT_LIMITS, type Member } from '../domain';
import type { NewMeeting } from '.';
import type { MeetingForm } from './inputs';

export type MeetingFault =
  | { readonly field: 'tytul' | 'dzien' | 'od' | 'do' | 'glosy' | 'sfery' | 'kworum'; readonly line: 0 }
  /** A line of the list of members that cannot be read, from 1. */
  | { readonly field: 'osoby'; readonly line: number };

const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;
const MOST_VOTES = 20;
const PERCENT = 100;

/** What the form asks for, or what must be mended in it. */
export const readForm = (
  form: MeetingForm,
): { readonly faults: readonly MeetingFault[]; readonly wanted: Omit<NewMeeting, 'evaluationId' | 'groupId'> } => {
  const people = membersIn(form.osoby);
  const quorum = form.kworum === '' ? null : Number(form.kworum.replace(',', '.').replace('%', '')) / PERCENT;
  const isCount = (value: string): boolean =>
    /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_VOTES;
  const field = (name: Exclude<MeetingFault['field'], 'osoby'>, isRight: boolean): readonly MeetingFault[] =>
    isRight ? [] : [{ field: name, line: 0 }];
  return {
    faults: [
      ...field('tytul', form.tytul !== '' && form.tytul.length <= TEXT_LIMITS.proposal),
      ...field('dzien', isDay(form.dzien)),
      ...field('od', TIME.test(form.od)),
      ...field('do', form.do === '' || TIME.test(form.do)),
      ...field('glosy', isCount(form.glosy)),
      ...field('sfery', isCount(form.sfery)),
      ...field('kworum', quorum === null || (quorum >= 0 && quorum <= 1)),
      ...people.faults.map((line) => ({ field: 'osoby', line }) as const),
    ],
    wanted: {
      title: form.tytul,
      day: form.dzien,
      from: form.od,
      to: form.do,
      place: form.miejsce,
      agenda: form.program,
      materials: form.wnioski as ConclusionId[],
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

const WITHOUT_VOTE = 'bez głosu';

/** One person a line: `Jan Mróz; OWES Północ`, with `; bez głosu` for those who have none. The same line is the same person. */
const membersIn = (text: string): { readonly members: readonly Member[]; readonly faults: readonly number[] } => {
  const members = new Map<string, Member>();
  const faults: number[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const [name = '', institution = '', right = '', ...more] = line.split(';').map((part) => part.trim());
    const isReadable =
      name !== '' &&
      institution !== '' &&
      name.length <= TEXT_LIMITS.name &&
      institution.length <= TEXT_LIMITS.institution &&
      (right === '' || right.toLowerCase() === WITHOUT_VOTE) &&
      more.length === 0;
    if (!isReadable) {
      faults.push(at + 1);
      return;
    }
    const id = createHash('sha256').update(`${name};${institution}`).digest('base64url').slice(0, 12);
    members.set(id, { id, name, institution, mayVote: right === '', email: null });
  });
  return { members: [...members.values()], faults };
};
