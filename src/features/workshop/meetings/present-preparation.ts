import type { Translator } from '../../../platform/i18n';
import { statusBadge as implementationBadge, type Conclusion } from '../../findings';
import {
  mayChange,
  meetingCode,
  membersOn,
  statusOf,
  type CarriedItem,
  type GroupMember,
  type Meeting,
} from '../domain';
import { statusBadge, whenOf, type StatusBadge } from './present-meetings';

export interface PreparationPage {
  readonly home: string;
  readonly back: string;
  readonly title: string;
  readonly name: string;
  readonly badge: StatusBadge;
  readonly facts: readonly (readonly [string, string])[];
  readonly agenda: readonly string[];
  readonly materials: readonly { readonly code: string; readonly title: string; readonly href: string | null }[];
  readonly people: string;
  readonly institutions: readonly {
    readonly name: string;
    readonly members: readonly { readonly name: string; readonly mayVote: boolean; readonly email: string }[];
  }[];
  /** Of a planned meeting: who is told otherwise by the group's list now. */
  readonly outdated: readonly string[];
  readonly carried: readonly CarriedRow[];
  readonly mayWrite: boolean;
  readonly mayChange: boolean;
  /** Revision with which the meeting is opened; null where it cannot be. */
  readonly opens: number | null;
  readonly mayCancel: boolean;
  readonly cancelled: { readonly text: string; readonly reason: string } | null;
}

export interface CarriedRow {
  readonly code: string;
  readonly text: string;
  readonly address: string;
  readonly addressees: string;
  readonly due: string;
  readonly badge: StatusBadge;
  readonly isOverdue: boolean;
  readonly report: string;
}

export interface PreparationState {
  readonly meeting: Meeting;
  readonly conclusions: readonly Conclusion[];
  readonly carried: readonly CarriedItem[];
  readonly group: readonly GroupMember[];
  readonly mayWrite: boolean;
}

export const presentPreparation = (
  { meeting, conclusions, carried, group, mayWrite }: PreparationState,
  translator: Translator,
): PreparationPage => {
  const { t, format } = translator;
  const back = `/badania/${meeting.evaluationId}/warsztat`;
  const isPlanned = statusOf(meeting) === 'planned';
  const { cancelled } = meeting;
  return {
    home: `${back}/${meeting.number}`,
    back,
    title: t('workshop:prepare.title', { code: meetingCode(meeting) }),
    name: t('workshop:meetings.name', { code: meetingCode(meeting), title: meeting.title }),
    badge: statusBadge(meeting, translator),
    facts: factsOf(meeting, translator),
    agenda: meeting.agenda
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    materials: materialsOf(meeting, conclusions),
    people: [
      t('group:count', { count: meeting.members.length }),
      t('group:voters', { count: meeting.members.filter(({ mayVote }) => mayVote).length }),
    ].join(', '),
    institutions: [...new Set(meeting.members.map(({ institution }) => institution))].map((name) => ({
      name,
      members: meeting.members
        .filter(({ institution }) => institution === name)
        .map((member) => ({ name: member.name, mayVote: member.mayVote, email: member.email ?? '' })),
    })),
    outdated: isPlanned ? outdatedIn(meeting, group, t) : [],
    carried: carried.map(({ code, text, address, addressees, person, due, status, isOverdue, report }) => ({
      code,
      text,
      address,
      addressees: [...addressees, ...(person === '' ? [] : [person])].join(', ') || '–',
      due: due === null ? '–' : format.shortDay(due),
      badge: implementationBadge(status, translator),
      isOverdue,
      report,
    })),
    mayWrite,
    mayChange: mayWrite && mayChange(meeting).words,
    opens: mayWrite && isPlanned ? meeting.log.revision : null,
    mayCancel: mayWrite && isPlanned,
    cancelled:
      statusOf(meeting) === 'cancelled' && cancelled
        ? { text: t('workshop:prepare.cancelled', { by: cancelled.by }), reason: cancelled.reason }
        : null,
  };
};

/** Saving the meeting again takes what the group's list says. */
const outdatedIn = (meeting: Meeting, group: readonly GroupMember[], t: Translator['t']): readonly string[] => {
  const there = new Set(membersOn({ members: group }, meeting.day));
  return meeting.members.flatMap((member) => {
    const now = group.find(({ id }) => id === member.id);
    if (now === undefined) return [];
    if (!there.has(now)) return [t('workshop:prepare.outdated.left', { name: member.name })];
    const isSame = (['name', 'institution', 'mayVote', 'email'] as const).every(
      (field) => now[field] === member[field],
    );
    return isSame ? [] : [t('workshop:prepare.outdated.changed', { name: member.name })];
  });
};

const factsOf = (meeting: Meeting, translator: Translator): PreparationPage['facts'] => {
  const { t, format } = translator;
  const { votesEach, spheresEach, quorum, ballot, guests } = meeting.rules;
  return [
    [t('workshop:prepare.date'), whenOf(meeting, translator)],
    [t('workshop:form.field.miejsce'), meeting.place === '' ? t('workshop:prepare.no-place') : meeting.place],
    [t('workshop:prepare.led'), meeting.led.name],
    [
      t('workshop:prepare.rules'),
      [
        t('workshop:prepare.votes', { count: votesEach }),
        t('workshop:prepare.spheres', { count: spheresEach }),
        t(`workshop:prepare.ballot.${ballot}`),
        quorum === null
          ? t('workshop:prepare.no-quorum')
          : t('workshop:prepare.quorum', { share: format.percent(quorum) }),
        t(guests ? 'workshop:prepare.guests' : 'workshop:prepare.no-guests'),
      ].join(', '),
    ],
  ];
};

/** As they were at the opening; before it as they are. A conclusion that was removed has no page. */
const materialsOf = (meeting: Meeting, conclusions: readonly Conclusion[]): PreparationPage['materials'] => {
  const known = new Map(conclusions.map((conclusion) => [conclusion.id, conclusion]));
  const linkTo = (number: number): string => `/badania/${meeting.evaluationId}/wnioski#W${number}`;
  if (meeting.frozen.length > 0)
    return meeting.frozen.map(({ conclusion, number, title }) => ({
      code: `W${number}`,
      title,
      href: known.has(conclusion) ? linkTo(number) : null,
    }));
  return meeting.materials
    .flatMap((id) => known.get(id) ?? [])
    .map(({ number, title }) => ({ code: `W${number}`, title, href: linkTo(number) }));
};
