import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS } from '../../evaluations/domain';
import {
  isWordingFixed,
  standingProposals,
  type Material,
  type Meeting,
  type Participant,
  type Proposal,
} from '../domain';
import { presentBallotNote, type BallotNote } from '../room/present-notes';
import { spacedCode } from '../room/present-phone';
import { presentProposeForm, type MaterialName, type ProposeForm, type ProposeState } from './present-propose-form';

export interface RoomOfProposals {
  readonly meeting: Meeting;
  readonly participant: Participant;
  readonly proposals: readonly Proposal[];
  /** As they were when the meeting was opened. */
  readonly materials: readonly Material[];
}

export interface ProposalLine {
  readonly address: string;
  readonly text: string;
  /** Who sent it and which conclusion it answers. */
  readonly about: string;
  readonly isOwn: boolean;
  readonly more: string;
  readonly standsFor: readonly string[];
}

export interface ListView {
  readonly home: string;
  readonly code: string;
  readonly who: string;
  readonly state: string;
  readonly ballot: BallotNote | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly proposals: readonly ProposalLine[];
  }[];
  readonly form: ProposeForm | null;
}

/** Everything that was proposed, with what can still be done about it. */
export const presentList = (room: RoomOfProposals, state: ProposeState, translator: Translator): ListView => {
  const { meeting, participant, proposals, materials } = room;
  const { t } = translator;
  const home = `/s/${meeting.code ?? ''}`;
  const isFixed = isWordingFixed(meeting);
  const { name, institution, mayVote } = participant;
  const standing = standingProposals(proposals);
  return {
    home,
    code: spacedCode(meeting.code ?? ''),
    who: t(mayVote ? 'workshop:phone.who' : 'workshop:phone.guest', { name, institution }),
    state: t(isFixed ? 'proposals:fixed' : 'proposals:open'),
    ballot: mayVote ? presentBallotNote(meeting, 'voting', translator) : null,
    groups: DIMENSIONS.map((dimension) => ({
      id: dimension,
      title: t(`workshop:dimension.${dimension}`),
      proposals: standing
        .filter((proposal) => proposal.dimension === dimension)
        .map(({ standsFor, ...proposal }) => ({
          ...lineOf(proposal, room, translator),
          standsFor: standsFor.map(({ text }) => text),
        })),
    })),
    // What was typed when the voting began is not lost.
    form:
      isFixed && state.typed === null
        ? null
        : presentProposeForm(
            { home, from: 'lista', institution, materials, shown: materials[meeting.shown] ?? null },
            state,
            translator,
          ),
  };
};

const lineOf = (
  { number, text, institution, author, conclusion, comments, earlier }: Proposal,
  { meeting, participant, materials }: RoomOfProposals,
  { t }: Translator,
): Omit<ProposalLine, 'standsFor'> => ({
  address: `/s/${meeting.code ?? ''}/propozycje/${number}`,
  text,
  about: aboutOf({ institution, conclusion }, materials, { t }),
  isOwn: author === participant.id,
  more: [
    ...(comments.length === 0 ? [] : [t('proposals:comments', { count: comments.length })]),
    ...(earlier.length === 0 ? [] : [t('proposals:wordings', { count: earlier.length })]),
  ].join(', '),
});

/** `OWES Północ · W5. Prawie 4 na 10 …`. */
export const aboutOf = (
  { institution, conclusion }: Pick<Proposal, 'institution' | 'conclusion'>,
  materials: readonly MaterialName[],
  { t }: Pick<Translator, 't'>,
): string => {
  const found = materials.find((material) => material.conclusion === conclusion);
  return [
    institution ?? t('workshop:board.unnamed'),
    ...(found === undefined ? [] : [t('proposals:conclusion', { number: found.number, title: found.title })]),
  ].join(' · ');
};
