import type { Translator } from '../../../platform/i18n';
import { isWordingFixed, TEXT_LIMITS, type Proposal } from '../domain';
import { aboutOf, type RoomOfProposals } from './present-list';

export interface SaidView {
  readonly text: string;
  readonly who: string;
  readonly when: string;
}

export interface OneView {
  readonly home: string;
  readonly back: string;
  readonly kicker: string;
  readonly title: string;
  readonly about: string;
  readonly merged: { readonly text: string; readonly address: string } | null;
  readonly state: string;
  /** Newest first. */
  readonly earlier: readonly SaidView[];
  readonly comments: readonly SaidView[];
  /** Null where nothing can be said or changed any more, and nothing typed has to be kept. */
  readonly comment: {
    readonly id: string;
    readonly text: string;
    readonly most: number;
    readonly about: string;
    readonly faults: readonly string[];
  } | null;
  readonly amend: AmendView | null;
}

export interface AmendView {
  /** What is there now: the change is made of it. */
  readonly from: string;
  readonly text: string;
  readonly most: number;
  readonly faults: readonly string[];
  /** Somebody else changed it meanwhile: both are shown. */
  readonly conflict: string | null;
}

export interface OneState {
  readonly commentId: string;
  readonly comment: { readonly text: string; readonly faults: readonly string[] } | null;
  readonly amend: (Pick<AmendView, 'text' | 'faults'> & { readonly isConflict: boolean }) | null;
}

/** One proposal with its earlier words and what was said of it. */
export const presentOne = (
  proposal: Proposal,
  room: RoomOfProposals,
  state: OneState,
  translator: Translator,
): OneView => {
  const { meeting, participant, proposals, materials } = room;
  const { t } = translator;
  const home = `/s/${meeting.code ?? ''}`;
  const list = `${home}/propozycje`;
  const isFixed = isWordingFixed(meeting);
  const target = proposals.find(({ id }) => id === proposal.mergedInto);
  const isOwn = proposal.author === participant.id;
  return {
    home: `${list}/${proposal.number}`,
    back: list,
    kicker: t(`workshop:dimension.${proposal.dimension}`),
    title: proposal.text,
    about: aboutOf(proposal, materials, translator),
    merged: target === undefined ? null : { text: target.text, address: `${list}/${target.number}` },
    state: t(isFixed ? 'proposals:fixed' : 'proposals:open'),
    earlier: earlierOf(proposal, translator),
    comments: commentsOf(proposal, translator),
    comment: isFixed && state.comment === null ? null : commentOf(state, participant.institution, translator),
    amend: isOwn && (!isFixed || state.amend !== null) ? amendOf(proposal, state.amend, translator) : null,
  };
};

const commentOf = ({ commentId, comment }: OneState, institution: string, { t }: Translator) => ({
  id: commentId,
  text: comment?.text ?? '',
  faults: comment?.faults ?? [],
  most: TEXT_LIMITS.comment,
  about: t('proposals:comment.about', { institution }),
});

const amendOf = ({ text }: Proposal, typed: OneState['amend'], { t }: Translator): AmendView => ({
  from: text,
  text: typed?.text ?? text,
  most: TEXT_LIMITS.proposal,
  faults: typed?.faults ?? [],
  conflict: typed?.isConflict === true ? t('proposals:amend.conflict', { text }) : null,
});

/** Newest first. */
export const earlierOf = ({ earlier }: Pick<Proposal, 'earlier'>, { t, format }: Translator): readonly SaidView[] =>
  earlier.toReversed().map(({ text, at, by }) => ({
    text,
    who: by === '' ? t('proposals:by-author') : t('proposals:by-moderator', { name: by }),
    when: format.time(at),
  }));

/** Oldest first. */
export const commentsOf = ({ comments }: Pick<Proposal, 'comments'>, { format }: Translator): readonly SaidView[] =>
  comments.map(({ text, institution, at }) => ({ text, who: institution, when: format.time(at) }));
