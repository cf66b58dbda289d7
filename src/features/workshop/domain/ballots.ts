import type { Counted, MeetingRules, Member, Turnout } from './meeting';

/** What one person chose: each option once. */
export interface Ballot {
  readonly choices: readonly string[];
}

/**
 * Votes for each option, most first; those with the same number keep the order of `options`. Votes for options that are not there (any more) count
 * for the turnout only.
 */
export const countVotes = (options: readonly string[], ballots: readonly Ballot[]): readonly Counted[] => {
  const votes = new Map(options.map((option) => [option, 0]));
  for (const { choices } of ballots)
    for (const choice of new Set(choices)) {
      const sofar = votes.get(choice);
      if (sofar !== undefined) votes.set(choice, sofar + 1);
    }
  return options
    .map((option) => ({ option, votes: votes.get(option) ?? 0 }))
    .toSorted((one, other) => other.votes - one.votes);
};

/** @param members whoever may vote, present or not */
export const turnoutOf = (members: readonly Pick<Member, 'mayVote'>[], ballots: readonly Ballot[]): Turnout => {
  const cast = ballots.filter(({ choices }) => choices.length > 0);
  return {
    voters: cast.length,
    eligible: members.filter(({ mayVote }) => mayVote).length,
    votes: cast.reduce((sum, { choices }) => sum + new Set(choices).size, 0),
  };
};

/** How many people must vote. Half of 23 are 12: a share of people is rounded up. */
export const neededFor = ({ quorum }: Pick<MeetingRules, 'quorum'>, { eligible }: Pick<Turnout, 'eligible'>): number =>
  Math.ceil((quorum ?? 0) * eligible - ROUNDING);

/** Null where none is asked for. */
export const hasQuorum = ({ quorum }: Pick<MeetingRules, 'quorum'>, turnout: Turnout): boolean | null =>
  quorum === null ? null : turnout.voters >= neededFor({ quorum }, turnout);

/** 0.6 times 5 is 3.0000000000000004 in doubles. */
const ROUNDING = 1e-9;

/** Options with the same number of votes as the last one that would be chosen, and as the first that would not: the group must decide. */
export const tiedAt = (counted: readonly Counted[], places: number): readonly Counted[] => {
  const [last, next] = [counted[places - 1], counted[places]];
  return last === undefined || next === undefined || last.votes !== next.votes || last.votes === 0
    ? []
    : counted.filter(({ votes }) => votes === last.votes);
};
