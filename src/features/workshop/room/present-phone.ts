import { createHash } from 'node:crypto';
import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS } from '../../evaluations/domain';
import { STAGES, TEXT_LIMITS, type Meeting, type Voting } from '../domain';
import type { ProposalFault } from './check-proposal';
import type { ProposalForm } from './inputs';
import { presentAgreements, type AgreementView } from './present-agreements';
import { presentMaterial, type MaterialView } from './present-material';
import { sheetsStateOf } from '../sheets/state';
import type { Phone } from './read-board';

export interface StageView {
  readonly text: string;
  readonly isDone: boolean;
  readonly isCurrent: boolean;
}

export const stagesOf = ({ stage }: Pick<Meeting, 'stage'>, { t }: Translator): readonly StageView[] => {
  const now = STAGES.indexOf(stage);
  return STAGES.map((name, at) => ({
    text: t('workshop:stage', { number: at + 1, name: t(`workshop:stages.${name}`) }),
    isDone: at < now,
    isCurrent: at === now,
  }));
};

/** `482 913`. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)}\u00a0${code.slice(3)}`;

export interface PhoneView {
  readonly home: string;
  readonly code: string;
  /** See `tagOfPhone`. */
  readonly tag: string;
  /** Nothing can be typed or chosen at this stage. */
  readonly isOnlyRead: boolean;
  readonly who: string;
  readonly stages: readonly StageView[];
  readonly conclusion: MaterialView | null;
  readonly voting: PhoneVoting | null;
  readonly spheres: PhoneSpheres | null;
  readonly waiting: string | null;
  readonly form: PhoneForm | null;
  readonly agreements: readonly AgreementView[] | null;
}

export interface PhoneVoting {
  readonly left: string;
  readonly note: string | null;
  readonly isOpen: boolean;
  readonly proposals: readonly {
    readonly id: string;
    readonly text: string;
    readonly institution: string | null;
    readonly isChosen: boolean;
    readonly votes: string | null;
  }[];
}

export interface PhoneSpheres {
  readonly isOpen: boolean;
  readonly hint: string;
  readonly chosen: string;
  readonly note: string | null;
  readonly base: string | null;
  /** Where the experts' sheet is, while it can be filled in. */
  readonly sheet: string | null;
  readonly options: readonly {
    readonly code: string;
    readonly label: string;
    readonly clients: string | null;
    readonly isChosen: boolean;
  }[];
}

export interface PhoneForm {
  readonly id: string;
  readonly conclusion: string;
  readonly most: number;
  readonly text: string;
  readonly institution: string;
  readonly showsInstitution: boolean;
  readonly dimensions: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

export interface PhoneState {
  /** Of the next proposal. */
  readonly id: string;
  readonly typed: ProposalForm | null;
  readonly faults: readonly ProposalFault[];
}

/** Names what a phone shows: the edition of the meeting, then what this person chose. */
export const tagOfPhone = ({ edition, ballot, chosenSpheres }: Phone): string => {
  const own = createHash('sha256').update(JSON.stringify([ballot.choices, chosenSpheres.choices]));
  return `${edition}.${own.digest('base64url').slice(0, 12)}`;
};

/** One phone: where the meeting is, and what this person can do now. */
export const presentPhone = (phone: Phone, state: PhoneState, translator: Translator): PhoneView => {
  const { meeting, participant } = phone;
  const { t } = translator;
  const { stage } = meeting;
  const form = stage === 'proposals' || stage === 'voting' ? formOf(phone, state, translator) : null;
  const spheres = stage === 'spheres' || stage === 'agreements' ? spheresOf(phone, translator) : null;
  return {
    home: `/s/${meeting.code ?? ''}`,
    code: spacedCode(meeting.code ?? ''),
    tag: tagOfPhone(phone),
    isOnlyRead: form === null && spheres?.isOpen !== true,
    who: t(participant.mayVote ? 'workshop:phone.who' : 'workshop:phone.guest', {
      name: participant.name,
      institution: participant.institution,
    }),
    stages: stagesOf(meeting, translator),
    conclusion: stage === 'spheres' ? null : presentMaterial(phone, translator),
    voting: stage === 'conclusions' || stage === 'spheres' ? null : votingOf(phone, translator),
    spheres,
    waiting: stage === 'conclusions' ? t('workshop:phone.look') : null,
    form,
    agreements: stage === 'agreements' ? presentAgreements(phone, translator) : null,
  };
};

const noteOf = ({ state }: Voting, mayVote: boolean, { t }: Translator): string | null => {
  if (state !== 'open') return t(`workshop:voting.${state}`);
  return mayVote ? null : t('workshop:voting.no-right');
};

const votingOf = ({ meeting, proposals, ballot, participant }: Phone, translator: Translator): PhoneVoting => {
  const { t } = translator;
  const { voting, rules } = meeting;
  const counted = new Map(voting.result?.map(({ option, votes }) => [option, votes]));
  return {
    isOpen: voting.state === 'open' && participant.mayVote,
    left: t('workshop:voting.left', { count: rules.votesEach - ballot.choices.length, of: rules.votesEach }),
    note: noteOf(voting, participant.mayVote, translator),
    proposals: proposals.map(({ id, text, institution }) => {
      const votes = counted.get(id);
      return {
        id,
        text,
        institution,
        isChosen: ballot.choices.includes(id),
        votes: votes === undefined ? null : t('workshop:voting.votes', { count: votes }),
      };
    }),
  };
};

const spheresOf = ({ meeting, spheres, chosenSpheres, participant }: Phone, translator: Translator): PhoneSpheres => {
  const { t, format } = translator;
  const most = meeting.rules.spheresEach;
  const bases = spheres.flatMap(({ clients }) => (clients === null ? [] : [clients.n]));
  return {
    isOpen: meeting.spheres.state === 'open' && participant.mayVote,
    hint: t('workshop:spheres.hint', { count: most }),
    chosen: t('workshop:spheres.chosen', { count: chosenSpheres.choices.length, of: most }),
    note: noteOf(meeting.spheres, participant.mayVote, translator),
    base: bases.length === 0 ? null : t('workshop:spheres.base', { n: format.integer(Math.max(...bases)) }),
    sheet:
      participant.mayVote && spheres.length > 0 && sheetsStateOf(meeting) === 'open'
        ? `/s/${meeting.code ?? ''}/arkusz`
        : null,
    options: spheres.map(({ code, label, clients }) => ({
      code,
      label,
      clients: clients === null ? null : t('workshop:spheres.clients', { share: format.percent(clients.share) }),
      isChosen: chosenSpheres.choices.includes(code),
    })),
  };
};

const formOf = ({ shown, participant }: Phone, { id, typed, faults }: PhoneState, { t }: Translator): PhoneForm => ({
  id,
  conclusion: shown?.conclusion ?? '',
  most: TEXT_LIMITS.proposal,
  text: typed?.tresc ?? '',
  institution: participant.institution,
  showsInstitution: typed === null || typed.pokaz === '1',
  dimensions: DIMENSIONS.map((value) => ({
    value,
    text: t(`workshop:dimension.${value}`),
    isChosen: (typed?.obszar ?? shown?.dimensions[0]) === value,
  })),
  faults: faults.map(({ field, fault, count }) => ({
    field,
    text: t(`workshop:faults.${fault}`, { count, most: TEXT_LIMITS.proposal }),
  })),
});
