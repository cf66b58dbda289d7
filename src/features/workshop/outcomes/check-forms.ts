import type { Translator } from '../../../platform/i18n';
import { TEXT_LIMITS, type OutcomeKind } from '../domain';
import { faultsOf, lengthOf, textFaults } from '../room/check-proposal';
import { faultText } from '../proposals/present-propose-form';
import type { NewProposalForm } from './inputs';
import { MOST_REASON } from './present-one';
import { MOST_VOTES, type RepeatTyped } from './present-rounds';

type Told = readonly string[];
type Words = Pick<Translator, 't'>;

export const newProposalFaults = (form: NewProposalForm, words: Words): Told => [
  ...faultsOf(form).map((fault) => faultText(fault, words)),
  ...(lengthOf(form.instytucja) > TEXT_LIMITS.institution
    ? [words.t('outcomes:faults.institution', { most: TEXT_LIMITS.institution })]
    : []),
];

export const wordingFaults = (text: string, words: Words): Told =>
  textFaults(text).map((fault) => faultText(fault, words));

/** A number of votes alone decides nothing: a reason is always asked for. */
const reasonFaults = (reason: string, { t }: Words): Told => {
  const count = lengthOf(reason);
  if (count === 0) return [t('outcomes:faults.reason-missing')];
  return count > MOST_REASON ? [t('outcomes:faults.reason-too-long', { count, most: MOST_REASON })] : [];
};

export const outcomeFaults = (
  { kind, reason }: { readonly kind: OutcomeKind | undefined; readonly reason: string },
  words: Words,
): Told => [...(kind === undefined ? [words.t('outcomes:faults.kind-missing')] : []), ...reasonFaults(reason, words)];

export const repeatFaults = ({ votes, reason }: RepeatTyped, words: Words): Told => [
  ...(/^\d{1,2}$/.test(votes) && Number(votes) >= 1 && Number(votes) <= MOST_VOTES
    ? []
    : [words.t('outcomes:faults.votes', { most: MOST_VOTES })]),
  ...reasonFaults(reason, words),
];
