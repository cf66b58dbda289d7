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
import { moveProposal } from '../room/change-proposal';
import { repeatVoting, takeBackRound } from '../room/lead-voting';
import { proposeFor } from '../room/propose';
import { createOutcomeStore } from './store';
import { writeOutcome } from './write-outcome';

/** What the moderator does with proposals, and what the group made of each, with the reason. */
export const createOutcomes = (needs: DeskNeeds) => {
  const { room } = needs;
  const store = createOutcomeStore(needs.connection);
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,

    /** Of proposals that have one, by number of the proposal. */
    outcomesOf: async (meeting: MeetingId): Promise<readonly Outcome[]> => {
      const order = (await room.proposalsOf(meeting)).map(({ id }) => id);
      return (await store.ofMeeting(meeting)).toSorted(
        (one, other) => order.indexOf(one.proposal) - order.indexOf(other.proposal),
      );
    },
    writeOutcome: writeOutcome({ ...needs, store }),

    /** Rounds that were closed, in order. */
    votingRounds: async (meeting: Meeting, name: VotingName = 'voting'): Promise<readonly VotingRound[]> =>
      roundsOf(meeting, name, await room.proposalsOf(meeting.id)),
    namedBallots: namedBallots(needs),

    repeatVoting: repeatVoting(needs),
    takeBackRound: takeBackRound(needs),
    proposeFor: proposeFor(needs),
    moveProposal: moveProposal(needs),
  };
};

/** Who voted for what in rounds that were named and are closed, by round, institution and name; of secret ones nobody. */
const namedBallots =
  ({ room }: DeskNeeds) =>
  async (meeting: Meeting, name: VotingName = 'voting'): Promise<readonly NamedBallot[]> => {
    const people = new Map((await room.participantsOf(meeting.id)).map((person) => [person.id, person]));
    const rounds = [...meeting.earlierVotings.filter((earlier) => earlier.name === name), meeting[name]];
    const named: NamedBallot[] = [];
    for (const [at, { id, state, terms }] of rounds.entries()) {
      if (state !== 'closed' || terms?.ballot !== 'named') continue;
      for (const { participant, choices } of await room.namedBallotsOf(id)) {
        const person = people.get(participant);
        if (person === undefined || choices.length === 0) continue;
        named.push({ round: at + 1, participant, name: person.name, institution: person.institution, choices });
      }
    }
    return named.toSorted(
      (one, other) =>
        one.round - other.round ||
        one.institution.localeCompare(other.institution, 'pl') ||
        one.name.localeCompare(other.name, 'pl'),
    );
  };

export type Outcomes = ReturnType<typeof createOutcomes>;
