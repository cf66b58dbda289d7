import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import { GROUP_LIMITS, type GroupMember } from '../domain';
import { memberPrint } from '.';
import { OTHER_INSTITUTION, type MemberForm } from './inputs';
import { institutionName } from './present-group';
import type { MemberFaults, MemberField } from './read-member';

export interface MemberPage {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly fields: MemberForm;
  readonly institutions: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  readonly errorOf: Partial<Readonly<Record<MemberField, string>>>;
  readonly errors: readonly { readonly href: string; readonly text: string }[];
  readonly errorsTitle: string;
  /** Somebody changed the same person first. */
  readonly conflict: { readonly name: string; readonly facts: readonly (readonly [string, string])[] } | null;
  /** Day offered for leaving; null where the person has left, or is new. */
  readonly leaves: string | null;
}

export interface MemberState {
  readonly evaluation: Pick<Evaluation, 'id' | 'institutions'>;
  /** As it is kept; null for somebody new. */
  readonly member: GroupMember | null;
  readonly form: MemberForm;
  readonly faults: MemberFaults;
  readonly isOvertaken: boolean;
  readonly today: string;
}

export const formOfMember = (member: GroupMember, { institutions }: Pick<Evaluation, 'institutions'>): MemberForm => {
  const isKnown = institutions.some(({ code }) => code === member.institutionCode);
  return {
    id: member.id,
    imie: member.name,
    instytucja: isKnown ? (member.institutionCode ?? '') : OTHER_INSTITUTION,
    inna: isKnown ? '' : member.institution,
    email: member.email ?? '',
    glos: member.mayVote ? '1' : '',
    od: member.since,
    do: member.until ?? '',
    wersja: memberPrint(member),
  };
};

export const presentMember = (
  { evaluation, member, form, faults, isOvertaken, today }: MemberState,
  translator: Translator,
): MemberPage => {
  const { t } = translator;
  const home = `/badania/${evaluation.id}/warsztat/grupa`;
  const errorOf = Object.fromEntries(
    Object.entries(faults).map(([field, kind]) => [field, t(`group:faults.${kind}`, { most: GROUP_LIMITS.members })]),
  ) as MemberPage['errorOf'];
  const errors = Object.entries(errorOf).map(([field, text]) => ({ href: `#${field}`, text }));
  return {
    action: member === null ? `${home}/osoba` : `${home}/osoba/${member.id}`,
    back: home,
    title: member === null ? t('group:member.new') : t('group:member.title', { name: member.name }),
    isNew: member === null,
    fields: isOvertaken && member !== null ? { ...form, wersja: memberPrint(member) } : form,
    institutions: [
      { value: '', text: t('group:member.choose'), isChosen: form.instytucja === '' },
      ...evaluation.institutions.map(({ code, shortName }) => ({
        value: code,
        text: shortName,
        isChosen: form.instytucja === code,
      })),
      {
        value: OTHER_INSTITUTION,
        text: t('group:member.other-institution'),
        isChosen: form.instytucja === OTHER_INSTITUTION,
      },
    ],
    errorOf,
    errors,
    errorsTitle: t('group:errors', { count: errors.length }),
    conflict:
      isOvertaken && member !== null ? { name: member.name, facts: factsOf(member, evaluation, translator) } : null,
    leaves: member === null || member.until !== null ? null : today,
  };
};

const factsOf = (
  member: GroupMember,
  evaluation: Pick<Evaluation, 'institutions'>,
  { t, format }: Translator,
): readonly (readonly [string, string])[] => [
  [t('group:column.name'), member.name],
  [t('group:column.institution'), institutionName(member, evaluation)],
  [t('group:column.email'), member.email ?? '–'],
  [t('group:column.vote'), t(member.mayVote ? 'group:vote.yes' : 'group:vote.no')],
  [t('group:column.since'), format.shortDay(member.since)],
  [t('group:column.until'), member.until === null ? '–' : format.shortDay(member.until)],
];
