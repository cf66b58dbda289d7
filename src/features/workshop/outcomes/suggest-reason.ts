import type { Translator } from '../../../platform/i18n';
import type { Proposal, VotingRound } from '../domain';

/** How a proposal came out of the last round in which it was voted on. */
export interface VotesOf {
  readonly round: VotingRound;
  readonly votes: number;
  /** Among those of its area, from 1. */
  readonly place: number;
  /** Others of its area have as many. */
  readonly isShared: boolean;
}

/** Null where it was not voted on. */
export const votesOf = (
  { id, dimension }: Pick<Proposal, 'id' | 'dimension'>,
  proposals: readonly Proposal[],
  rounds: readonly VotingRound[],
): VotesOf | null => {
  const round = rounds.findLast(({ result }) => result.some(({ option }) => option === id));
  const own = round?.result.find(({ option }) => option === id);
  if (round === undefined || own === undefined) return null;
  const area = new Set(proposals.filter((one) => one.dimension === dimension).map((one): string => one.id));
  const others = round.result.filter(({ option }) => option !== id && area.has(option));
  return {
    round,
    votes: own.votes,
    place: others.filter(({ votes }) => votes > own.votes).length + 1,
    isShared: others.some(({ votes }) => votes === own.votes),
  };
};

/** A first wording of the reason, from the votes by rules: `18 głosów, najwięcej w obszarze`. A person decides what follows from them. */
export const suggestReason = (found: VotesOf | null, { t, format }: Translator): string => {
  if (found === null) return '';
  const { round, votes, place, isShared } = found;
  const { quorum, turnout, number } = round;
  return [
    votes === 0 ? t('outcomes:suggest.none') : t('outcomes:suggest.votes', { count: votes }),
    ...(votes === 0 ? [] : [t(`outcomes:suggest.${placeName(place, isShared)}`, { place: format.integer(place) })]),
    ...(number > 1 ? [t('outcomes:suggest.round', { number })] : []),
    ...(quorum === null || quorum.isThere
      ? []
      : [
          t('outcomes:suggest.no-quorum', {
            voters: format.integer(turnout.voters),
            needed: format.integer(quorum.needed),
          }),
        ]),
  ].join(', ');
};

const placeName = (place: number, isShared: boolean): string => {
  if (place === 1) return isShared ? 'shared-first' : 'first';
  return isShared ? 'shared-place' : 'place';
};
