import { newId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import { isDay } from '../../questionnaires/domain';
import { sameText, TEXT_LIMITS, type GroupMember, type MemberDraft } from '../domain';
import { emailIn, OTHER_INSTITUTION, type MemberForm } from './inputs';
import type { LinePerson } from './read-lines';

export type MemberField = 'imie' | 'instytucja' | 'inna' | 'email' | 'od' | 'do';
export type MemberFaults = Partial<Readonly<Record<MemberField, string>>>;

type Institutions = Pick<Evaluation, 'institutions'>;

/** What the form says of a member; faults by field, as names of their sentences. */
export const readMember = (
  form: MemberForm,
  { institutions }: Institutions,
): { readonly draft: MemberDraft; readonly faults: MemberFaults } => {
  const chosen = institutions.find(({ code }) => code === form.instytucja);
  const isOther = form.instytucja === OTHER_INSTITUTION;
  const email = form.email === '' ? null : (emailIn(form.email) ?? null);
  const name = form.imie.replaceAll(/\s+/g, ' ');
  const other = form.inna.replaceAll(/\s+/g, ' ');
  const draft: MemberDraft = {
    id: form.id ?? newId(),
    name,
    ...(isOther ? institutionNamed(other, { institutions }) : institutionOf(chosen)),
    mayVote: form.glos === '1',
    email,
    since: form.od,
    until: form.do === '' ? null : form.do,
  };
  return {
    draft,
    faults: {
      ...(name === '' || name.length > TEXT_LIMITS.name ? { imie: 'name' } : {}),
      ...(!isOther && chosen === undefined ? { instytucja: 'institution' } : {}),
      ...(isOther && (other === '' || other.length > TEXT_LIMITS.institution) ? { inna: 'other' } : {}),
      ...(form.email !== '' && email === null ? { email: 'email' } : {}),
      ...(isDay(form.od) ? {} : { od: 'since' }),
      ...(form.do === '' || (isDay(form.do) && form.do >= form.od) ? {} : { do: 'until' }),
    },
  };
};

type Where = Pick<GroupMember, 'institution' | 'institutionCode'>;

const institutionOf = (chosen: Institutions['institutions'][number] | undefined): Where => ({
  institution: chosen?.shortName ?? '',
  institutionCode: chosen?.code ?? null,
});

/** One of the evaluation's where it is named so, another one otherwise. */
const institutionNamed = (name: string, { institutions }: Institutions): Where => {
  const known = institutions.find((one) => sameText(one.shortName, name) || sameText(one.name, name));
  return known === undefined ? { institution: name, institutionCode: null } : institutionOf(known);
};

/** A line of a pasted list as a member from a day on. */
export const memberOfLine = (
  { name, institution, email, mayVote }: LinePerson,
  evaluation: Institutions,
  since: string,
): MemberDraft => ({
  id: newId(),
  name,
  ...institutionNamed(institution, evaluation),
  mayVote,
  email,
  since,
  until: null,
});
