import { createHash } from 'node:crypto';
import type { Translator } from '../../../platform/i18n';
import { isWordingFixed, STAGES, termsOf, type Meeting, type Voting } from '../domain';
import { presentProposeForm, type ProposeForm } from '../proposals/present-propose-form';
import { presentAgreements, type AgreementView } from './present-agreements';
import { presentMaterial, type MaterialView } from './present-material';
import { presentBallotNote, type BallotNote } from './present-notes';
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
  readonly form: ProposeForm | null;
  readonly agreements: readonly AgreementView[] | null;
}

export interface PhoneVoting {
  readonly left: string;
  readonly note: string | null;
  readonly isOpen: boolean;
  /** Sent with a vote: one for a round that is over is not one for the next. */
  readonly round: string;
  /** What is recorded of a vote; null for those who have none. */
  readonly ballot: BallotNote | null;
  /** Why a further round is held; null in the first one. */
  readonly again: string | null;
  readonly proposals: readonly {
    readonly id: string;
    readonly text: string;
    readonly institution: string | null;
    readonly isChosen: boolean;
    /** It is voted on in this round. */
    readonly isVoted: boolean;
    readonly votes: string | null;
  }[];
}

export interface PhoneSpheres {
  readonly isOpen: boolean;
  readonly hint: string;
  readonly chosen: string;
  readonly note: string | null;
  readonly ballot: BallotNote | null;
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

/** Names what a phone shows: the edition of the meeting, then what this person chose. */
export const tagOfPhone = ({ edition, ballot, chosenSpheres }: Phone): string => {
  const own = createHash('sha256').update(JSON.stringify([ballot.choices, chosenSpheres.choices]));
  return `${edition}.${own.digest('base64url').slice(0, 12)}`;
};

/**
 * One phone: where the meeting is, and what this person can do now.
 *
 * @param nextId of a proposal that may be sent from the page
 */
export const presentPhone = (phone: Phone, nextId: string, translator: Translator): PhoneView => {
  const { meeting, participant } = phone;
  const { t } = translator;
  const { stage } = meeting;
  const form = stage === 'proposals' || stage === 'voting' ? formOf(phone, nextId, translator) : null;
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

const votingOf = (phone: Phone, translator: Translator): PhoneVoting => {
  const { meeting, proposals, ballot, participant } = phone;
  const { t } = translator;
  const { voting } = meeting;
  const { votesEach, options } = termsOf(meeting, 'voting', proposals);
  const counted = new Map(voting.result?.map(({ option, votes }) => [option, votes]));
  return {
    isOpen: voting.state === 'open' && participant.mayVote,
    round: voting.id,
    left: t('workshop:voting.left', { count: votesEach - ballot.choices.length, of: votesEach }),
    note: noteOf(voting, participant.mayVote, translator),
    ballot: participant.mayVote ? presentBallotNote(meeting, 'voting', translator) : null,
    again: voting.again === null ? null : t('proposals:again', { reason: voting.again.reason }),
    proposals: proposals.map(({ id, text, institution }) => {
      const votes = counted.get(id);
      return {
        id,
        text,
        institution,
        isChosen: ballot.choices.includes(id),
        isVoted: options.includes(id),
        votes: votes === undefined ? null : t('workshop:voting.votes', { count: votes }),
      };
    }),
  };
};

const spheresOf = ({ meeting, spheres, chosenSpheres, participant }: Phone, translator: Translator): PhoneSpheres => {
  const { t, format } = translator;
  const { votesEach: most, options } = termsOf(meeting, 'spheres', []);
  const bases = spheres.flatMap(({ clients }) => (clients === null ? [] : [clients.n]));
  return {
    isOpen: meeting.spheres.state === 'open' && participant.mayVote,
    hint: t('workshop:spheres.hint', { count: most }),
    chosen: t('workshop:spheres.chosen', { count: chosenSpheres.choices.length, of: most }),
    note: noteOf(meeting.spheres, participant.mayVote, translator),
    ballot: participant.mayVote ? presentBallotNote(meeting, 'spheres', translator) : null,
    base: bases.length === 0 ? null : t('workshop:spheres.base', { n: format.integer(Math.max(...bases)) }),
    sheet:
      participant.mayVote && spheres.length > 0 && sheetsStateOf(meeting) === 'open'
        ? `/s/${meeting.code ?? ''}/arkusz`
        : null,
    options: spheres
      .filter(({ code }) => options.includes(code))
      .map(({ code, label, clients }) => ({
        code,
        label,
        clients: clients === null ? null : t('workshop:spheres.clients', { share: format.percent(clients.share) }),
        isChosen: chosenSpheres.choices.includes(code),
      })),
  };
};

/** From the opening of the voting on nothing is added. */
const formOf = (phone: Phone, id: string, translator: Translator): ProposeForm | null => {
  const { meeting, participant, materials, shown } = phone;
  if (isWordingFixed(meeting)) return null;
  const { institution } = participant;
  const context = { home: `/s/${meeting.code ?? ''}`, from: '' as const, institution, materials, shown };
  return presentProposeForm(context, { id, typed: null, faults: [], refusal: null }, translator);
};
