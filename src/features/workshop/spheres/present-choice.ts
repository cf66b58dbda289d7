import type { Translator } from '../../../platform/i18n';
import { whatVotesSay, type VotingRound } from '../domain';
import type { Choice } from './read-desk';

/** What a meeting chose, and how many took part. */
export interface ChoiceView {
  readonly title: string;
  /** Oldest first; the last one speaks for what could be chosen in it. */
  readonly rounds: readonly RoundView[];
}

export interface RoundView {
  /** Null where there was one round. */
  readonly title: string | null;
  readonly turnout: string;
  readonly quorum: string | null;
  readonly tie: string | null;
  readonly note: string;
  readonly bars: readonly {
    readonly no: string;
    readonly label: string;
    readonly votes: string;
    readonly width: string;
    readonly isChosen: boolean;
  }[];
  /** Spheres that nobody chose. */
  readonly unchosen: string | null;
}

const FULL = 100;

export const presentChoice = ({ meeting, rounds }: Choice, translator: Translator): ChoiceView => {
  const { t, format } = translator;
  const labels = new Map(meeting.sphereOptions.map(({ code, label }) => [code, label]));
  const labelOf = (code: string): string => labels.get(code) ?? code;
  return {
    title: t('sphere-decisions:choice.title', { number: meeting.number, day: format.day(meeting.day) }),
    rounds: rounds.map((round) => ({
      title:
        rounds.length === 1
          ? null
          : t(`sphere-decisions:choice.${round.reason === '' ? 'round' : 'roundAgain'}`, {
              number: round.number,
              reason: round.reason,
            }),
      ...roundOf(round, labelOf, translator),
    })),
  };
};

const roundOf = (
  { result, turnout, quorum, ties, votesEach }: VotingRound,
  labelOf: (code: string) => string,
  { t, format }: Translator,
): Omit<RoundView, 'title'> => {
  const unchosen = result.filter(({ votes }) => votes === 0);
  const [tie] = ties;
  return {
    turnout: t('sphere-decisions:choice.turnout', {
      voters: format.integer(turnout.voters),
      count: turnout.eligible,
      votes: format.integer(turnout.votes),
    }),
    quorum: quorum === null ? null : t(`sphere-decisions:choice.${quorum.isThere ? 'quorum' : 'noQuorum'}`),
    tie:
      tie === undefined
        ? null
        : t('sphere-decisions:choice.tie', {
            list: tie.options.map((option) => t('sphere-decisions:quoted', { label: labelOf(option) })).join(', '),
            count: tie.votes,
          }),
    note: t('sphere-decisions:choice.note', { count: votesEach }),
    bars: result
      .filter(({ votes }) => votes > 0)
      .map(({ option, votes }) => ({
        no: String(1 + result.filter((other) => other.votes > votes).length),
        label: labelOf(option),
        votes: t('sphere-decisions:choice.votes', { count: votes }),
        width: `${((FULL * votes) / Math.max(1, turnout.voters)).toFixed(1)}%`,
        isChosen: whatVotesSay(result, votesEach, option) === 'chosen',
      })),
    unchosen:
      unchosen.length === 0
        ? null
        : t('sphere-decisions:choice.unchosen', { list: unchosen.map(({ option }) => labelOf(option)).join(', ') }),
  };
};
