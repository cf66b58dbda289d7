import type { Conclusion } from '../../findings';
import {
  countVotes,
  standingProposals,
  turnoutOf,
  type Ballot,
  type Counted,
  type Meeting,
  type Participant,
  type SphereOption,
  type StandingProposal,
  type Turnout,
} from '../domain';
import type { StoredMeeting } from '../meetings/store';
import type { RoomNeeds, WorkshopNeeds } from '../needs';
import { ballotOf } from './ballot-of';

/** What the wall shows of a meeting. */
export interface Board {
  readonly meeting: Meeting;
  readonly edition: number;
  /** In the order of the materials; those that were removed are left out. */
  readonly conclusions: readonly Conclusion[];
  readonly shown: Conclusion | null;
  readonly proposals: readonly StandingProposal[];
  readonly participants: readonly Participant[];
  /** Null while numbers are hidden. */
  readonly votes: readonly Counted[] | null;
  readonly turnout: Turnout;
  readonly spheres: readonly SphereOption[];
  readonly spheresVotes: readonly Counted[] | null;
  readonly spheresTurnout: Turnout;
}

/** What one phone shows. */
export interface Phone extends Pick<Board, 'meeting' | 'edition' | 'conclusions' | 'shown' | 'proposals' | 'spheres'> {
  readonly participant: Participant;
  readonly ballot: Ballot;
  readonly chosenSpheres: Ballot;
}

export interface BoardNeeds extends RoomNeeds {
  readonly findings: Pick<WorkshopNeeds['findings'], 'conclusions'>;
}

type Shared = Pick<Board, 'conclusions' | 'shown' | 'proposals' | 'spheres'>;

const sharedOf = async ({ findings, room }: BoardNeeds, meeting: Meeting): Promise<Shared> => {
  const known = new Map(
    (await findings.conclusions.listConclusions(meeting.evaluationId)).map((conclusion) => [conclusion.id, conclusion]),
  );
  const conclusions = meeting.materials.flatMap((id) => known.get(id) ?? []);
  return {
    conclusions,
    shown: conclusions[Math.min(meeting.shown, conclusions.length - 1)] ?? null,
    proposals: standingProposals(await room.proposalsOf(meeting.id)),
    spheres: meeting.sphereOptions,
  };
};

export const readBoard =
  (needs: BoardNeeds) =>
  async ({ meeting, edition }: StoredMeeting): Promise<Board> => {
    const shared = await sharedOf(needs, meeting);
    const counts = async (name: 'voting' | 'spheres', options: readonly string[]) => {
      const voting = meeting[name];
      if (voting.result !== null && voting.turnout !== null) return { votes: voting.result, turnout: voting.turnout };
      const ballots = await needs.room.ballotsOf(voting.id);
      const turnout = turnoutOf(meeting.members, ballots);
      return { votes: voting.hidesCounts ? null : countVotes(options, ballots), turnout };
    };
    const voting = await counts(
      'voting',
      shared.proposals.map(({ id }) => id),
    );
    const spheres = await counts(
      'spheres',
      shared.spheres.map(({ code }) => code),
    );
    return {
      meeting,
      edition,
      ...shared,
      participants: (await needs.room.participantsOf(meeting.id)).filter(({ leftAt }) => leftAt === null),
      ...voting,
      spheresVotes: spheres.votes,
      spheresTurnout: spheres.turnout,
    };
  };

export const readPhone =
  (needs: BoardNeeds) =>
  async ({ meeting, edition, ballotKeys }: StoredMeeting, participant: Participant): Promise<Phone> => {
    const ballot = async (key: string | null): Promise<Ballot> =>
      key === null ? { choices: [] } : needs.room.ballotOf(ballotOf(key, participant.id));
    return {
      meeting,
      edition,
      ...(await sharedOf(needs, meeting)),
      participant,
      ballot: await ballot(ballotKeys.voting),
      chosenSpheres: await ballot(ballotKeys.spheres),
    };
  };
