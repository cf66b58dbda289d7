import type { Translator } from '../../../platform/i18n';
import type { Meeting, NamedBallot, Proposal, Tie, VotingRound } from '../domain';
import type { ProposalsDesk } from './read-desk';

export interface RoundView {
  readonly title: string;
  /** Who voted, how many votes, and whether by name. */
  readonly facts: string;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly counted: readonly { readonly text: string; readonly votes: string }[];
  /** Null in a secret voting. */
  readonly named: readonly { readonly who: string; readonly choices: readonly string[] }[] | null;
}

export interface RepeatView {
  readonly round: string;
  readonly hasTie: boolean;
  readonly most: number;
  readonly typed: RepeatTyped;
  readonly faults: readonly string[];
}

export interface RepeatTyped {
  readonly among: 'all' | 'tied';
  readonly votes: string;
  readonly reason: string;
}

export const presentRounds = (
  { rounds, proposals, named }: Pick<ProposalsDesk, 'rounds' | 'proposals' | 'named'>,
  translator: Translator,
): readonly RoundView[] => {
  const textOf = textsOf(proposals);
  return rounds.map((round) => ({
    title: translator.t('outcomes:round.title', { number: round.number }),
    facts: factsOf(round, translator),
    reason: round.reason === '' ? null : translator.t('outcomes:round.reason', { reason: round.reason }),
    warnings: [...quorumOf(round, translator), ...round.ties.map((tie) => tieOf(tie, textOf, translator))],
    counted: round.result.map(({ option, votes }) => ({
      text: textOf(option),
      votes: translator.t('workshop:voting.votes', { count: votes }),
    })),
    named: round.ballot === 'named' ? namedOf(named, round, textOf) : null,
  }));
};

const textsOf = (proposals: readonly Proposal[]) => {
  const texts = new Map<string, string>(proposals.map(({ id, text }) => [id, text]));
  return (option: string): string => texts.get(option) ?? option;
};

const factsOf = ({ turnout, votesEach, ballot }: VotingRound, { t, format }: Translator): string =>
  [
    t('workshop:board.turnout', {
      voters: format.integer(turnout.voters),
      count: turnout.eligible,
      votes: format.integer(turnout.votes),
      most: format.integer(turnout.eligible * votesEach),
    }),
    t(`outcomes:round.${ballot}`),
  ].join(', ');

const quorumOf = ({ quorum, turnout }: VotingRound, { t, format }: Translator): readonly string[] =>
  quorum === null || quorum.isThere
    ? []
    : [
        t('outcomes:round.no-quorum', {
          voters: format.integer(turnout.voters),
          eligible: format.integer(turnout.eligible),
          needed: format.integer(quorum.needed),
        }),
      ];

const tieOf = ({ dimension, options, votes }: Tie, textOf: (option: string) => string, { t }: Translator): string =>
  t('outcomes:round.tie', {
    area: dimension === null ? '' : t(`workshop:dimension.${dimension}`),
    votes: t('workshop:voting.votes', { count: votes }),
    options: options.map((option) => t('outcomes:round.option', { text: textOf(option) })).join(', '),
  });

const namedOf = (named: readonly NamedBallot[], { number }: VotingRound, textOf: (option: string) => string) =>
  named
    .filter(({ round }) => round === number)
    .map(({ name, institution, choices }) => ({ who: `${name}, ${institution}`, choices: choices.map(textOf) }));

/** Null while there is nothing that could be repeated. */
export const presentRepeat = (
  { voting, rules }: Meeting,
  rounds: readonly VotingRound[],
  state: { readonly typed: RepeatTyped; readonly faults: readonly string[] } | null,
): RepeatView | null => {
  const last = rounds.at(-1);
  if (voting.state !== 'closed' || last === undefined) return null;
  const hasTie = last.ties.length > 0;
  return {
    round: voting.id,
    hasTie,
    most: MOST_VOTES,
    typed: state?.typed ?? {
      among: hasTie ? 'tied' : 'all',
      votes: hasTie ? '1' : String(rules.votesEach),
      reason: '',
    },
    faults: state?.faults ?? [],
  };
};

export const MOST_VOTES = 20;
