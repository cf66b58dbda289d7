import type { Translator } from '../../../platform/i18n';
import type { Conclusion } from '../../findings';
import type { Meeting } from '../domain';
import type { MeetingForm } from './inputs';
import type { MeetingFault } from './read-form';

export interface MeetingCard {
  readonly address: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly about: string;
  readonly badge: string;
  readonly isOpen: boolean;
}

/** Newest first. */
export const presentMeetings = (meetings: readonly Meeting[], { t, format }: Translator): readonly MeetingCard[] =>
  meetings.toReversed().map((meeting) => ({
    address: `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`,
    title: t('workshop:meetings.name', { number: meeting.number, title: meeting.title }),
    when: t('workshop:join.when', { day: format.day(meeting.day), from: meeting.from }),
    place: meeting.place,
    about: [
      t('workshop:meetings.members', { count: meeting.members.length }),
      t('workshop:meetings.materials', { count: meeting.materials.length }),
    ].join(', '),
    badge: t(meeting.code === null ? 'workshop:meetings.not-open' : 'workshop:meetings.open'),
    isOpen: meeting.code !== null,
  }));

export interface MeetingFormView {
  readonly action: string;
  readonly values: Omit<MeetingForm, 'wnioski'>;
  readonly conclusions: readonly { readonly id: string; readonly text: string; readonly isChosen: boolean }[];
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

export interface FormState {
  readonly evaluationId: string;
  readonly form: MeetingForm;
  readonly faults: readonly MeetingFault[];
}

export const presentMeetingForm = (
  { evaluationId, form: { wnioski, ...values }, faults }: FormState,
  conclusions: readonly Conclusion[],
  { t }: Translator,
): MeetingFormView => ({
  action: `/badania/${evaluationId}/warsztat/nowe`,
  values,
  conclusions: conclusions.map(({ id, number, title }) => ({
    id,
    text: t('workshop:form.conclusion', { number, title }),
    isChosen: wnioski.includes(id),
  })),
  faults: faults.map(({ field, line }) => ({ field, text: t(`workshop:form.faults.${field}`, { line }) })),
});
