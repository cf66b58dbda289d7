import { DIMENSIONS } from '../../evaluations/domain';
import { hasQuorum, neededFor, tiedAt } from './ballots';
import type { Counted, Meeting, MeetingRules, Voting, VotingAgain, VotingId, VotingName, VotingTerms } from './meeting';
import type { Tie, VotingRound } from './outcome';
import type { Participant } from './participant';
import type { Proposal, StandingProposal } from './proposal';

/** Numbers stay hidden while people vote: nobody votes for the leader because it leads. */
export const newVoting = (id: VotingId, again: VotingAgain | null = null): Voting => ({
  id,
  state: 'waiting',
  hidesCounts: true,
  openedAt: null,
  closedAt: null,
  result: null,
  turnout: null,
  terms: null,
  again,
});

type Ruled = Pick<Meeting, 'rules' | 'voting' | 'spheres' | 'sphereOptions'>;

/** What is promised to those who vote: as it was when the voting was opened, before that as it would be now. */
export const termsOf = (meeting: Ruled, name: VotingName, standing: readonly StandingProposal[]): VotingTerms => {
  const { terms, again } = meeting[name];
  if (terms !== null) return terms;
  const { ballot, quorum, votesEach, spheresEach } = meeting.rules;
  const all = name === 'voting' ? standing.map(({ id }): string => id) : meeting.sphereOptions.map(({ code }) => code);
  const among = again?.among ?? null;
  return {
    ballot,
    quorum,
    votesEach: again?.votesEach ?? (name === 'voting' ? votesEach : spheresEach),
    options: among === null ? all : all.filter((option) => among.includes(option)),
  };
};

/** Whether somebody may vote now: the list of the meeting decides, also where it was changed after joining. */
export const mayVoteIn = (
  { members }: Pick<Meeting, 'members'>,
  { member, mayVote }: Pick<Participant, 'member' | 'mayVote'>,
): boolean => (member === null ? mayVote : (members.find(({ id }) => id === member)?.mayVote ?? false));

/** From the first voting on nobody changes what was voted for, whichever round it is. */
export const isWordingFixed = ({ voting, earlierVotings }: Pick<Meeting, 'voting' | 'earlierVotings'>): boolean =>
  voting.state !== 'waiting' || earlierVotings.some(({ name }) => name === 'voting');

/** Rounds that were closed, in order. */
export const roundsOf = (meeting: Meeting, name: VotingName, proposals: readonly Proposal[]): readonly VotingRound[] =>
  [...meeting.earlierVotings.filter((earlier) => earlier.name === name), meeting[name]].flatMap((voting, at) => {
    const { result, turnout, again, closedAt } = voting;
    if (result === null || turnout === null) return [];
    const { ballot, votesEach, quorum } = termsHeld(voting, meeting.rules, name);
    const isThere = hasQuorum({ quorum }, turnout);
    return {
      number: at + 1,
      ballot,
      votesEach,
      reason: again?.reason ?? '',
      closedAt,
      result,
      turnout,
      quorum: isThere === null ? null : { isThere, needed: neededFor({ quorum }, turnout) },
      ties: name === 'voting' ? tiesOfAreas(result, proposals) : tiesAt(result, votesEach),
    };
  });

const termsHeld = (
  { terms }: Voting,
  { ballot, quorum, votesEach, spheresEach }: MeetingRules,
  name: VotingName,
): Pick<VotingTerms, 'ballot' | 'quorum' | 'votesEach'> =>
  terms ?? { ballot, quorum, votesEach: name === 'voting' ? votesEach : spheresEach };

const tiesAt = (result: readonly Counted[], places: number, dimension: Tie['dimension'] = null): readonly Tie[] => {
  const tied = tiedAt(result, places);
  return tied.length === 0
    ? []
    : [{ dimension, options: tied.map(({ option }) => option), votes: tied[0]?.votes ?? 0 }];
};

const tiesOfAreas = (result: readonly Counted[], proposals: readonly Proposal[]): readonly Tie[] => {
  const areaOf = new Map(proposals.map(({ id, dimension }) => [id as string, dimension]));
  return DIMENSIONS.flatMap((dimension) =>
    tiesAt(
      result.filter(({ option }) => areaOf.get(option) === dimension),
      1,
      dimension,
    ),
  );
};
