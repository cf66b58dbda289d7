import type { Translator } from '../../../platform/i18n';
import type { Conclusion } from '../../findings';
import { mayChange, membersOn, type GroupMember, type Meeting } from '../domain';
import type { MeetingForm } from './inputs';
import { meetingPrint } from './prepare-meeting';
import type { MeetingFault } from './read-form';

export interface MeetingFormView {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly lead: string;
  readonly save: string;
  readonly isNew: boolean;
  readonly study: string;
  readonly values: Omit<MeetingForm, 'wnioski' | 'sklad'>;
  readonly conclusions: readonly { readonly id: string; readonly text: string; readonly isChosen: boolean }[];
  /** Members of the group that may be chosen, by institution. */
  readonly groups: readonly { readonly institution: string; readonly members: readonly GroupChoice[] }[];
  readonly hasGroup: boolean;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly may: { readonly anything: boolean; readonly rules: boolean };
  /** Of a meeting that is open: what stays, and who is on its list. */
  readonly fixed: readonly (readonly [string, string])[];
  readonly conflict: readonly (readonly [string, string])[] | null;
}

interface GroupChoice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isChosen: boolean;
}

export interface FormState {
  readonly evaluationId: string;
  /** As it is kept; null for a new one. */
  readonly meeting: Meeting | null;
  readonly form: MeetingForm;
  readonly faults: readonly MeetingFault[];
  readonly isOvertaken: boolean;
  readonly group: readonly GroupMember[];
  readonly today: string;
}

export const presentMeetingForm = (
  state: FormState,
  conclusions: readonly Conclusion[],
  translator: Translator,
): MeetingFormView => {
  const { evaluationId, meeting, form, faults, isOvertaken } = state;
  const { wnioski, sklad: _, ...values } = form;
  const { t } = translator;
  const home = `/badania/${evaluationId}/warsztat`;
  const may = meeting === null ? { anything: true, rules: true } : mayChange(meeting);
  const groups = groupsOf(state, may.anything, translator);
  const there = meeting === null ? home : `${home}/${meeting.number}/przygotowanie`;
  return {
    action: meeting === null ? `${home}/nowe` : `${home}/${meeting.number}/zmien`,
    back: there,
    title: t(meeting === null ? 'workshop:form.title' : 'workshop:form.change-title'),
    lead: t(may.anything ? 'workshop:form.lead' : 'workshop:form.open-lead'),
    save: t(meeting === null ? 'workshop:form.create' : 'workshop:form.save'),
    isNew: meeting === null,
    study: evaluationId,
    values: isOvertaken && meeting !== null ? { ...values, wersja: meetingPrint(meeting) } : values,
    conclusions: conclusions
      .filter((one) => one.state === 'ready' || wnioski.includes(one.id))
      .map(({ id, number, title }) => ({
        id,
        text: t('workshop:form.conclusion', { number, title }),
        isChosen: wnioski.includes(id),
      })),
    groups,
    hasGroup: groups.length > 0,
    faults: faults.map((fault) => ({ field: fault.field, text: faultText(fault, translator) })),
    may,
    fixed: meeting === null || may.anything ? [] : fixedOf(meeting, translator),
    conflict: isOvertaken && meeting !== null ? factsOf(meeting, translator) : null,
  };
};

const faultText = (fault: MeetingFault, { t }: Translator): string => {
  if (fault.field === 'osoby') return t(`group:lines.${fault.kind}`, { line: fault.line, said: fault.said });
  return t(`workshop:form.faults.${fault.field}`, 'name' in fault ? { name: fault.name } : {});
};

/** Whoever is a member today or later, on the day of the meeting, or is chosen; of an open meeting only those who are not on its list yet. */
const groupsOf = (
  { group, today, form, meeting }: FormState,
  isWhole: boolean,
  { t, format }: Translator,
): MeetingFormView['groups'] => {
  const onDay = new Set(membersOn({ members: group }, form.dzien));
  const there = new Set(isWhole ? [] : meeting?.members.map(({ id }) => id));
  const offered = group.filter(
    (member) =>
      !there.has(member.id) &&
      (member.until === null || member.until > today || onDay.has(member) || form.sklad.includes(member.id)),
  );
  const noteOf = ({ since, until, mayVote }: GroupMember): string =>
    [
      ...(mayVote ? [] : [t('group:vote.no')]),
      ...(since > today ? [t('group:term.from-future', { from: format.shortDay(since) })] : []),
      ...(until === null ? [] : [t('workshop:form.until', { until: format.shortDay(until) })]),
    ].join(', ');
  return [...new Set(offered.map(({ institution }) => institution))].map((institution) => ({
    institution,
    members: offered
      .filter((member) => member.institution === institution)
      .map((member) => ({
        id: member.id,
        name: member.name,
        note: noteOf(member),
        isChosen: form.sklad.includes(member.id),
      })),
  }));
};

type Facts = readonly (readonly [string, string])[];

/** What stays of an open meeting, whoever changes it. */
const fixedOf = (meeting: Meeting, { t, format }: Translator): Facts => [
  [t('workshop:form.field.tytul'), meeting.title],
  [t('workshop:form.field.dzien'), format.day(meeting.day)],
  [t('workshop:prepare.time'), meeting.to === '' ? meeting.from : `${meeting.from}–${meeting.to}`],
  [t('workshop:prepare.people'), meeting.members.map(({ name }) => name).join(', ') || '–'],
];

/** What is kept of a meeting, for whoever changes it. */
const factsOf = (meeting: Meeting, translator: Translator): Facts => {
  const { t, format } = translator;
  const { votesEach, spheresEach, quorum, ballot } = meeting.rules;
  return [
    ...fixedOf(meeting, translator),
    [t('workshop:form.field.miejsce'), meeting.place === '' ? '–' : meeting.place],
    [t('workshop:form.field.program'), meeting.agenda === '' ? '–' : meeting.agenda],
    [t('workshop:form.field.wnioski'), format.integer(meeting.materials.length)],
    [
      t('workshop:prepare.rules'),
      [
        t('workshop:prepare.votes', { count: votesEach }),
        t('workshop:prepare.spheres', { count: spheresEach }),
        quorum === null
          ? t('workshop:prepare.no-quorum')
          : t('workshop:prepare.quorum', { share: format.percent(quorum) }),
        t(`workshop:prepare.ballot.${ballot}`),
      ].join(', '),
    ],
  ];
};
