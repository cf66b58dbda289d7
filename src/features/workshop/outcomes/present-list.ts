import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS, type Dimension } from '../../evaluations/domain';
import { isWordingFixed, similarTo, TEXT_LIMITS, type OutcomeKind, type StandingProposal } from '../domain';
import { aboutOf } from '../proposals/present-list';
import { conclusionChoices, dimensionChoices, type Choice } from '../proposals/present-propose-form';
import type { NewProposalForm } from './inputs';
import { presentRepeat, presentRounds, type RepeatTyped, type RepeatView, type RoundView } from './present-rounds';
import type { ProposalsDesk } from './read-desk';
import { votesOf } from './suggest-reason';

export interface DeskRow {
  readonly address: string;
  readonly code: string;
  readonly text: string;
  readonly about: string;
  readonly more: string;
  readonly standsFor: readonly string[];
  /** Others that may say the same. */
  readonly similar: string | null;
  readonly votes: { readonly count: string; readonly unit: string } | null;
  readonly outcome: { readonly badge: BadgeView; readonly reason: string } | null;
  /** Where an accepted one becomes an agreement. */
  readonly agree: string | null;
}

export interface BadgeView {
  readonly look: string;
  readonly icon: string;
  readonly text: string;
}

export interface DeskListView {
  readonly home: string;
  readonly meeting: string;
  readonly title: string;
  readonly lead: string;
  readonly state: string;
  readonly groups: readonly { readonly icon: string; readonly title: string; readonly proposals: readonly DeskRow[] }[];
  readonly rounds: readonly RoundView[];
  readonly repeat: RepeatView | null;
  /** A further round that waits, and can be taken back. */
  readonly waiting: { readonly round: string; readonly text: string } | null;
  readonly form: NewFormView | null;
}

export interface NewFormView {
  readonly id: string;
  readonly most: number;
  readonly text: string;
  readonly institution: string;
  readonly dimensions: readonly Choice[];
  readonly conclusions: readonly Choice[];
  readonly faults: readonly string[];
}

export interface DeskListState {
  readonly mayLead: boolean;
  readonly nextId: string;
  readonly typed: { readonly form: NewProposalForm; readonly faults: readonly string[] } | null;
  readonly repeat: { readonly typed: RepeatTyped; readonly faults: readonly string[] } | null;
}

const ICONS: Readonly<Record<Dimension, string>> = {
  quality: 'star',
  effectiveness: 'target',
  coordination: 'handshake',
};

const LOOKS: Readonly<Record<OutcomeKind, readonly [look: string, icon: string]>> = {
  accepted: ['badge-ok', 'check'],
  'to-analyse': ['badge-info', 'search'],
  postponed: ['badge-warn', 'clock'],
  rejected: ['badge-err', 'x'],
};

export const outcomeBadge = (kind: OutcomeKind, { t }: Pick<Translator, 't'>): BadgeView => {
  const [look, icon] = LOOKS[kind];
  return { look, icon, text: t(`outcomes:kind.${kind}`) };
};

/** Everything that was proposed at a meeting, with what the votes and the group made of it. */
export const presentDeskList = (desk: ProposalsDesk, state: DeskListState, translator: Translator): DeskListView => {
  const { meeting, standing, rounds } = desk;
  const { t, format } = translator;
  const isFixed = isWordingFixed(meeting);
  const home = homeOf(desk);
  const { voting } = meeting;
  return {
    home: `${home}/propozycje`,
    meeting: home,
    title: t('outcomes:title'),
    lead: t('workshop:board.title', { title: meeting.title, day: format.day(meeting.day) }),
    state: t(`outcomes:state.${stateOf(desk)}`),
    groups: DIMENSIONS.map((dimension) => ({
      icon: ICONS[dimension],
      title: t(`workshop:dimension.${dimension}`),
      proposals: standing
        .filter((proposal) => proposal.dimension === dimension)
        .map((proposal) => rowOf(proposal, desk, translator)),
    })),
    rounds: presentRounds(desk, translator),
    repeat: state.mayLead ? presentRepeat(meeting, rounds, state.repeat) : null,
    waiting:
      state.mayLead && voting.state === 'waiting' && voting.again !== null
        ? { round: voting.id, text: t('outcomes:round.waiting', { reason: voting.again.reason }) }
        : null,
    form: state.mayLead && (!isFixed || state.typed !== null) ? formOf(desk, state, translator) : null,
  };
};

export const homeOf = ({ evaluation, meeting }: Pick<ProposalsDesk, 'evaluation' | 'meeting'>): string =>
  `/badania/${evaluation.id}/warsztat/${meeting.number}`;

const stateOf = ({ meeting: { voting, earlierVotings } }: ProposalsDesk): string => {
  if (voting.state === 'waiting') return earlierVotings.some(({ name }) => name === 'voting') ? 'again' : 'before';
  return voting.state === 'closed' ? 'closed' : 'open';
};

const rowOf = (proposal: StandingProposal, desk: ProposalsDesk, translator: Translator): DeskRow => {
  const { t, format } = translator;
  const home = homeOf(desk);
  const { id, number, text, comments, earlier, standsFor } = proposal;
  const found = votesOf(proposal, desk.proposals, desk.rounds);
  const outcome = desk.outcomes.find((one) => one.proposal === id);
  const similar = isWordingFixed(desk.meeting) ? [] : similarTo(proposal, desk.standing);
  return {
    address: `${home}/propozycje/${number}`,
    code: t('outcomes:code', { number }),
    text,
    about: aboutOf(proposal, desk.materials, translator),
    more: [
      ...(comments.length === 0 ? [] : [t('proposals:comments', { count: comments.length })]),
      ...(earlier.length === 0 ? [] : [t('proposals:wordings', { count: earlier.length })]),
    ].join(', '),
    standsFor: standsFor.map((one) => t('outcomes:part', { number: one.number, text: one.text })),
    similar:
      similar.length === 0
        ? null
        : t('outcomes:similar', { codes: similar.map((one) => t('outcomes:code', { number: one.number })).join(', ') }),
    votes:
      found === null
        ? null
        : { count: format.integer(found.votes), unit: t('workshop:board.votes', { count: found.votes }) },
    outcome: outcome === undefined ? null : { badge: outcomeBadge(outcome.kind, translator), reason: outcome.reason },
    agree: outcome?.kind === 'accepted' ? `${home}/ustalenia?propozycja=${id}` : null,
  };
};

const formOf = (
  { materials, meeting }: ProposalsDesk,
  { typed, nextId }: DeskListState,
  translator: Translator,
): NewFormView => ({
  id: typed?.form.id ?? nextId,
  most: TEXT_LIMITS.proposal,
  text: typed?.form.tresc ?? '',
  institution: typed?.form.instytucja ?? '',
  dimensions: dimensionChoices(typed?.form.obszar, translator),
  conclusions: conclusionChoices(
    materials,
    typed?.form.wniosek ?? materials[meeting.shown]?.conclusion ?? '',
    translator,
  ),
  faults: typed?.faults ?? [],
});
