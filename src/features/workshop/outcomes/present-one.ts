import type { Translator } from '../../../platform/i18n';
import {
  isWordingFixed,
  OUTCOMES,
  similarTo,
  TEXT_LIMITS,
  type Outcome,
  type OutcomeKind,
  type Proposal,
} from '../domain';
import { aboutOf } from '../proposals/present-list';
import { commentsOf, earlierOf, type AmendView, type SaidView } from '../proposals/present-one';
import { conclusionChoices, dimensionChoices, type Choice } from '../proposals/present-propose-form';
import { homeOf, outcomeBadge, type BadgeView } from './present-list';
import type { ProposalsDesk } from './read-desk';
import { suggestReason, votesOf } from './suggest-reason';
import { mayBeWritten } from './write-outcome';

export interface DeskOneView {
  readonly home: string;
  readonly back: string;
  readonly meeting: string;
  readonly title: string;
  readonly kicker: string;
  readonly text: string;
  readonly about: string;
  readonly votes: string | null;
  readonly merged: { readonly text: string; readonly address: string } | null;
  readonly standsFor: readonly { readonly text: string; readonly address: string }[];
  readonly comments: readonly SaidView[];
  readonly earlier: readonly SaidView[];
  readonly outcome: OutcomeView | null;
  /** Null where nothing can be changed any more, or by this person. */
  readonly edit: EditView | null;
  readonly write: WriteView | null;
  readonly refusal: string | null;
}

export interface OutcomeView {
  readonly badge: BadgeView;
  readonly reason: string;
  readonly written: string;
  readonly agree: string | null;
  readonly earlier: readonly { readonly badge: BadgeView; readonly reason: string; readonly written: string }[];
}

export interface EditView {
  readonly amend: AmendView;
  readonly targets: readonly Choice[];
  readonly dimensions: readonly Choice[];
  readonly conclusions: readonly Choice[];
  readonly from: { readonly dimension: string; readonly conclusion: string };
}

export interface WriteView {
  readonly revision: number;
  readonly kinds: readonly Choice[];
  readonly reason: string;
  readonly most: number;
  readonly isSuggested: boolean;
  readonly faults: readonly string[];
  readonly conflict: string | null;
}

export interface DeskOneState {
  readonly mayLead: boolean;
  readonly amend: { readonly text: string; readonly faults: readonly string[]; readonly isConflict: boolean } | null;
  readonly write: {
    readonly kind: OutcomeKind | undefined;
    readonly reason: string;
    readonly faults: readonly string[];
    readonly isConflict: boolean;
  } | null;
  readonly refusal: string | null;
}

export const MOST_REASON = 1_000;

/** One proposal as the moderator works with it: before the voting its words, after it what the group made of it. */
export const presentDeskOne = (
  proposal: Proposal,
  desk: ProposalsDesk,
  state: DeskOneState,
  translator: Translator,
): DeskOneView => {
  const { meeting, proposals, standing } = desk;
  const { t } = translator;
  const list = `${homeOf(desk)}/propozycje`;
  const addressOf = ({ number }: Pick<Proposal, 'number'>): string => `${list}/${number}`;
  const target = proposals.find(({ id }) => id === proposal.mergedInto);
  const found = votesOf(proposal, proposals, desk.rounds);
  const own = standing.find(({ id }) => id === proposal.id);
  const isOpen = state.mayLead && (!isWordingFixed(meeting) || state.amend !== null);
  return {
    home: addressOf(proposal),
    back: list,
    meeting: homeOf(desk),
    title: t('proposals:one.title', { number: proposal.number }),
    kicker: t(`workshop:dimension.${proposal.dimension}`),
    text: proposal.text,
    about: aboutOf(proposal, desk.materials, translator),
    votes: found === null ? null : t('outcomes:votes', { words: suggestReason(found, translator) }),
    merged: target === undefined ? null : { text: target.text, address: addressOf(target) },
    standsFor: (own?.standsFor ?? []).map((one) => ({
      text: t('outcomes:part', { number: one.number, text: one.text }),
      address: addressOf(one),
    })),
    comments: commentsOf(proposal, translator),
    earlier: earlierOf(proposal, translator),
    outcome: outcomeOf(proposal, desk, translator),
    edit: isOpen ? editOf(proposal, desk, state, translator) : null,
    write:
      state.mayLead && own !== undefined && mayBeWritten(meeting) ? writeOf(proposal, desk, state, translator) : null,
    refusal: state.refusal,
  };
};

const editOf = (
  proposal: Proposal,
  { standing, materials }: ProposalsDesk,
  { amend }: DeskOneState,
  translator: Translator,
): EditView => {
  const { t } = translator;
  const others = standing.filter(({ id }) => id !== proposal.id);
  const likely = new Set(similarTo(proposal, others).map(({ id }) => id));
  const inOrder = [...others.filter(({ id }) => likely.has(id)), ...others.filter(({ id }) => !likely.has(id))];
  return {
    amend: {
      from: proposal.text,
      text: amend?.text ?? proposal.text,
      most: TEXT_LIMITS.proposal,
      faults: amend?.faults ?? [],
      conflict: amend?.isConflict === true ? t('proposals:amend.conflict', { text: proposal.text }) : null,
    },
    targets: inOrder.map(({ id, number, text }) => ({
      value: id,
      text: t(likely.has(id) ? 'outcomes:target-similar' : 'outcomes:part', { number, text }),
      isChosen: id === proposal.mergedInto,
    })),
    dimensions: dimensionChoices(proposal.dimension, translator),
    conclusions: conclusionChoices(materials, proposal.conclusion ?? '', translator),
    from: { dimension: proposal.dimension, conclusion: proposal.conclusion ?? '' },
  };
};

const writeOf = (
  proposal: Proposal,
  desk: ProposalsDesk,
  { write }: DeskOneState,
  translator: Translator,
): WriteView => {
  const { t } = translator;
  const outcome = desk.outcomes.find((one) => one.proposal === proposal.id);
  const kind = write === null ? outcome?.kind : write.kind;
  const suggested = suggestReason(votesOf(proposal, desk.proposals, desk.rounds), translator);
  return {
    revision: outcome?.revision ?? 0,
    kinds: OUTCOMES.map((value) => ({ value, text: t(`outcomes:kind.${value}`), isChosen: value === kind })),
    reason: write?.reason ?? outcome?.reason ?? suggested,
    most: MOST_REASON,
    isSuggested: write === null && outcome === undefined && suggested !== '',
    faults: write?.faults ?? [],
    conflict:
      write?.isConflict === true && outcome !== undefined
        ? t('outcomes:write.conflict', {
            name: outcome.by,
            kind: t(`outcomes:kind.${outcome.kind}`),
            reason: outcome.reason,
          })
        : null,
  };
};

const outcomeOf = (proposal: Proposal, desk: ProposalsDesk, translator: Translator): OutcomeView | null => {
  const outcome = desk.outcomes.find((one) => one.proposal === proposal.id);
  if (outcome === undefined) return null;
  const lineOf = ({ kind, reason, by, at }: Outcome['earlier'][number]) => ({
    badge: outcomeBadge(kind, translator),
    reason,
    written: translator.t('outcomes:written', { name: by, time: translator.format.time(at) }),
  });
  return {
    ...lineOf(outcome),
    agree: outcome.kind === 'accepted' ? `${homeOf(desk)}/ustalenia?propozycja=${proposal.id}` : null,
    earlier: outcome.earlier.toReversed().map(lineOf),
  };
};
