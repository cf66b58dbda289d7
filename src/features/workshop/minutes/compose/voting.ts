import type { Block } from '../../../reports';
import type { VotingRound } from '../../domain';
import { sentences, type Composing } from './composing';

/** Rules, turnout and quorum of one round, and what it left open. */
export const roundText = (
  round: VotingRound,
  kind: 'proposals' | 'spheres',
  { translator }: Composing,
  nameOf: (option: string) => string,
): readonly Block[] => {
  const { t, format } = translator;
  const { number, votesEach, turnout, ballot, quorum, ties, reason } = round;
  const most = turnout.eligible * votesEach;
  return sentences(
    number === 1 ? null : t('minutes:voting.again', { number, reason: asSentence(reason) }),
    t(`minutes:voting.each-${kind}`, { count: votesEach }),
    t('minutes:voting.turnout', { count: turnout.voters, eligible: format.integer(turnout.eligible) }),
    t(`minutes:voting.cast-${kind}`, { votes: format.integer(turnout.votes), most: format.integer(most), count: most }),
    t(`minutes:voting.${ballot}`),
    quorum === null
      ? t('minutes:voting.no-quorum-asked')
      : t(`minutes:voting.${quorum.isThere ? 'quorum' : 'no-quorum'}`, { count: quorum.needed }),
    ...ties.map(({ dimension, options, votes }) =>
      t(dimension === null ? 'minutes:voting.tie' : 'minutes:voting.tie-in', {
        area: dimension === null ? '' : t(`minutes:area.${dimension}`),
        names: options.map(nameOf).join(', '),
        count: votes,
      }),
    ),
  );
};

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Votes of an option in one round; null where it could not be voted for. */
export const votesIn = ({ result }: VotingRound, option: string): number | null =>
  result.find((counted) => counted.option === option)?.votes ?? null;

/** Columns of votes: one, or one for each round. */
export const voteColumns = (
  rounds: readonly VotingRound[],
  kind: 'proposals' | 'spheres',
  { t }: Composing['translator'],
) =>
  rounds.map(({ number }) => ({
    label: rounds.length === 1 ? t(`minutes:voting.${kind}`) : t(`minutes:voting.${kind}-in`, { number }),
    align: 'right' as const,
  }));

export const NOTHING = '–';
