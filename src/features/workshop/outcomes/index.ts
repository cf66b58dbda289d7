import {
  roundsOf,
  type Meeting,
  type MeetingId,
  type NamedBallot,
  type Outcome,
  type VotingName,
  type VotingRound,
} from '../domain';
import type { DeskNeeds } from '../needs';

/** What the group made of each proposal, with the reason. */
export const createOutcomes = ({ room }: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Of proposals that have one, by number of the proposal. */
  outcomesOf: (_meeting: MeetingId): Promise<readonly Outcome[]> => Promise.resolve([]),

  /** Rounds that were closed, in order. */
  votingRounds: async (meeting: Meeting, name: VotingName = 'voting'): Promise<readonly VotingRound[]> =>
    roundsOf(meeting, name, await room.proposalsOf(meeting.id)),

  /** Who voted for what in rounds that were named and are closed, by round, institution and name; of secret ones nobody. */
  namedBallots: (_meeting: Meeting, _name: VotingName = 'voting'): Promise<readonly NamedBallot[]> =>
    Promise.resolve([]),
});

export type Outcomes = ReturnType<typeof createOutcomes>;
