import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS, type Dimension } from '../../evaluations/domain';
import type { Outcome, OutcomeKind, StandingProposal } from '../domain';
import type { Board } from '../room/read-board';

/** Proposals by what they are for, those with most votes first. */
export type ProposalsView = readonly {
  readonly icon: string;
  readonly title: string;
  readonly proposals: readonly ProposalView[];
}[];

export interface ProposalView {
  readonly id: string;
  readonly text: string;
  readonly institution: string;
  /** Null while numbers are hidden. */
  readonly votes: string | null;
  readonly unit: string;
  readonly standsFor: readonly string[];
  /** What the group made of it; null: nothing yet. */
  readonly outcome: { readonly text: string; readonly className: string; readonly reason: string } | null;
}

const ICONS: Readonly<Record<Dimension, string>> = {
  quality: 'star',
  effectiveness: 'target',
  coordination: 'handshake',
};

const BADGES: Readonly<Record<OutcomeKind, string>> = {
  accepted: 'badge-ok',
  'to-analyse': 'badge-info',
  postponed: 'badge-warn',
  rejected: 'badge-err',
};

export const presentProposals = (
  { proposals, votes, outcomes }: Pick<Board, 'proposals' | 'votes' | 'outcomes'>,
  translator: Translator,
): ProposalsView => {
  const countOf = new Map<string, number>(votes?.map((counted) => [counted.option, counted.votes]));
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.proposal, outcome]));
  const inOrder = proposals.toSorted(
    (one, other) => (countOf.get(other.id) ?? 0) - (countOf.get(one.id) ?? 0) || one.number - other.number,
  );
  return DIMENSIONS.map((dimension) => ({
    icon: ICONS[dimension],
    title: translator.t(`workshop:dimension.${dimension}`),
    proposals: inOrder
      .filter((proposal) => proposal.dimension === dimension)
      .map((proposal) => proposalOf(proposal, countOf.get(proposal.id), outcomeOf.get(proposal.id), translator)),
  }));
};

const proposalOf = (
  { id, text, institution, standsFor }: StandingProposal,
  count: number | undefined,
  outcome: Outcome | undefined,
  { t, format }: Translator,
): ProposalView => ({
  id,
  text,
  institution: institution ?? t('workshop:board.unnamed'),
  votes: count === undefined ? null : format.integer(count),
  unit: t('workshop:board.votes', { count: count ?? 0 }),
  standsFor: standsFor.map((one) => one.text),
  outcome:
    outcome === undefined
      ? null
      : {
          text: t(`workshop:board.outcome.${outcome.kind}`),
          className: BADGES[outcome.kind],
          reason: outcome.reason,
        },
});
