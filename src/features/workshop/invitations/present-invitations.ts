import { dayOf } from '../../../platform/clock';
import { breakable, type Translator } from '../../../platform/i18n';
import type { LetterStanding } from '../../../platform/mail';
import { meetingCode, statusOf, type Meeting } from '../domain';
import type { Invited } from '.';
import type { Occasion, Words } from './send';
import type { MemberStanding } from './standing';
import { whenOf } from './write-letter';

export interface InvitationsView {
  readonly home: string;
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  readonly isMailSet: boolean;
  readonly mayWrite: boolean;
  /** A sentence about what was just done. */
  readonly done: string | null;
  readonly notes: readonly { readonly tone: string; readonly icon: string; readonly text: string }[];
  readonly acts: readonly {
    readonly name: string;
    readonly text: string;
    readonly isMain: boolean;
    readonly icon: string;
  }[];
  readonly rows: readonly InvitationRow[];
  readonly former: readonly string[];
  readonly preview: { readonly subject: string; readonly text: string } | null;
  /** For those without an address; the same words stand once, with all whom they are for. */
  readonly byHand: readonly { readonly names: string; readonly text: string }[];
}

interface InvitationRow {
  readonly id: string;
  readonly name: string;
  readonly sub: string;
  /** In parts between which a line may end; null: there is none. */
  readonly email: readonly string[] | null;
  readonly state: { readonly tone: string; readonly icon: string; readonly text: string; readonly more: string | null };
  readonly reminder: string | null;
  /** Where its letter is read; null for those who may not. */
  readonly letter: string | null;
  readonly mayAgain: boolean;
}

export interface InvitationsState {
  readonly meeting: Meeting;
  readonly invited: Invited;
  readonly write: (occasion: Occasion) => Words;
  readonly mayLead: boolean;
  readonly done: number | undefined;
}

export const presentInvitations = (
  { meeting, invited, write, mayLead, done }: InvitationsState,
  translator: Translator,
): InvitationsView => {
  const { t } = translator;
  const home = `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`;
  const mayWrite = mayLead && invited.may === 'invite';
  const first = invited.members.find(({ member }) => hasAddress(member.email));
  const wordsFor = ({ member, outdated }: MemberStanding): Words =>
    write({ kind: 'zaproszenie', member, topics: invited.topics, isChange: outdated !== null });
  const isOff = statusOf(meeting) === 'cancelled';
  return {
    home,
    address: `${home}/zaproszenia`,
    title: t('invitations:title', { code: meetingCode(meeting) }),
    lead: [meeting.title, whenOf(meeting, translator), meeting.place].filter((part) => part !== '').join(' · '),
    isMailSet: invited.isMailSet,
    mayWrite,
    done:
      done === undefined ? null : t(invited.isMailSet ? 'invitations:done' : 'invitations:done-waits', { count: done }),
    notes: notesOf(meeting, invited, translator),
    acts: mayLead ? actsOf(invited, translator) : [],
    rows: invited.members.map((standing) => rowOf(standing, { isOff, mayWrite, mayLead }, translator)),
    former:
      invited.may === 'nothing' ? [] : invited.former.map(({ member }) => `${member.name}, ${member.email ?? ''}`),
    preview: first === undefined || isOff ? null : wordsFor(first),
    byHand: isOff
      ? []
      : byHandOf(
          invited.members.filter(({ member }) => !hasAddress(member.email)),
          wordsFor,
        ),
  };
};

const byHandOf = (
  standings: readonly MemberStanding[],
  wordsFor: (standing: MemberStanding) => Words,
): InvitationsView['byHand'] => {
  const namesOf = new Map<string, string[]>();
  for (const standing of standings) {
    const { text } = wordsFor(standing);
    namesOf.set(text, [...(namesOf.get(text) ?? []), standing.member.name]);
  }
  return [...namesOf].map(([text, names]) => ({ names: names.join(', '), text }));
};

const hasAddress = (email: string | null): email is string => email !== null && email !== '';

/** How many letters each button would send. */
const countsOf = ({ members }: Invited) => {
  const reachable = members.filter(({ member }) => hasAddress(member.email));
  return {
    zaproszenia: reachable.filter(({ invitation }) => invitation === null).length,
    przypomnienia: reachable.filter(({ invitation }) => invitation?.state === 'sent').length,
    odwolania: reachable.filter(({ outdated, cancellation }) => outdated !== null && cancellation === null).length,
  };
};

const actsOf = (invited: Invited, { t }: Translator): InvitationsView['acts'] => {
  const counts = countsOf(invited);
  const names = invited.may === 'invite' ? (['zaproszenia', 'przypomnienia'] as const) : (['odwolania'] as const);
  if (invited.may === 'nothing') return [];
  return names
    .filter((name) => counts[name] > 0)
    .map((name) => ({
      name,
      text: t(`invitations:act.${name}`, { count: counts[name] }),
      isMain: name !== 'przypomnienia',
      icon: name === 'przypomnienia' ? 'bell' : 'send',
    }));
};

const notesOf = (meeting: Meeting, invited: Invited, { t }: Translator): InvitationsView['notes'] => {
  const { members, may } = invited;
  const outdated = members.filter((one) => one.invitation === null && one.outdated !== null).length;
  const without = members.filter(({ member }) => !hasAddress(member.email)).length;
  const isOff = statusOf(meeting) === 'cancelled';
  const note = (isThere: boolean, tone: string, icon: string, text: () => string) =>
    isThere ? [{ tone, icon, text: text() }] : [];
  return [
    ...note(may === 'nothing', '', 'clock', () => t('invitations:note.over')),
    ...note(isOff && may !== 'nothing', 'note-warn', 'circle-alert', () => t('invitations:note.called-off')),
    ...note(!isOff && may !== 'nothing' && outdated > 0, 'note-warn', 'circle-alert', () =>
      t('invitations:note.outdated', { count: outdated }),
    ),
    ...note(members.length === 0, '', 'users', () => t('invitations:note.nobody')),
    ...note(!isOff && without > 0, '', 'info', () => t('invitations:note.without', { count: without })),
  ];
};

interface RowRules {
  readonly isOff: boolean;
  readonly mayWrite: boolean;
  readonly mayLead: boolean;
}

const rowOf = (
  standing: MemberStanding,
  { isOff, mayWrite, mayLead }: RowRules,
  translator: Translator,
): InvitationRow => {
  const { member, reminder, invitation, cancellation } = standing;
  const letter = isOff ? cancellation : invitation;
  const { t } = translator;
  return {
    id: member.id,
    name: member.name,
    sub: [member.institution, ...(member.mayVote ? [] : [t('invitations:no-vote')])].join(', '),
    email: hasAddress(member.email) ? breakable(member.email) : null,
    state: stateOf(standing, isOff, translator),
    reminder: reminder?.sentAt ? t('invitations:reminded', { when: momentText(reminder.sentAt, translator) }) : null,
    letter: letter === null || !mayLead ? null : `/poczta/list/${encodeURIComponent(letter.key)}`,
    mayAgain: mayWrite && hasAddress(member.email) && invitation !== null && invitation.state !== 'waiting',
  };
};

const stateOf = (
  { member, invitation, outdated, cancellation }: MemberStanding,
  isOff: boolean,
  translator: Translator,
): InvitationRow['state'] => {
  const { t } = translator;
  const letter = isOff ? cancellation : invitation;
  const plain = (name: string, tone: string, icon: string, more: string | null = null) => ({
    tone,
    icon,
    text: t(`invitations:state.${name}`),
    more,
  });
  if (letter !== null) return letterState(letter, isOff ? 'cancelled-' : '', translator);
  if (!hasAddress(member.email)) return plain('no-address', '', 'circle');
  if (outdated !== null)
    return plain('outdated', 'badge-warn', 'circle-alert', outdated.sentAt && momentText(outdated.sentAt, translator));
  return plain('none', '', 'circle');
};

const TONES = {
  sent: ['badge-ok', 'check'],
  waiting: ['badge-info', 'clock'],
  failed: ['badge-err', 'circle-alert'],
} as const;

const letterState = (
  { state, sentAt, sentBy, fault, reason }: LetterStanding,
  prefix: string,
  translator: Translator,
): InvitationRow['state'] => {
  const { t } = translator;
  const [tone, icon] = TONES[state];
  const name = sentBy === 'hand' ? 'by-hand' : state;
  return {
    tone,
    icon,
    text: t(`invitations:state.${prefix}${name}`),
    more: sentAt === null ? faultText(fault, reason, translator) : momentText(sentAt, translator),
  };
};

const faultText = (fault: LetterStanding['fault'], reason: string | null, { t }: Translator): string | null => {
  if (fault === null) return null;
  const text = t(`mail:fault.${fault}`);
  return reason === null ? text : t('mail:fault-with-reason', { text, reason });
};

const momentText = (at: Date, { t, format }: Translator): string =>
  t('mail:moment', { day: format.shortDay(dayOf(at)), time: format.time(at) });
