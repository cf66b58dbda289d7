import type { PublicationId } from '../../../platform/ids';
import type { FrozenTable } from '../../analysis';
import {
  countVotes,
  standingProposals,
  termsOf,
  turnoutOf,
  type Agreement,
  type Ballot,
  type Counted,
  type Material,
  type Meeting,
  type MeetingId,
  type Outcome,
  type Participant,
  type ResultsThen,
  type SphereOption,
  type StandingProposal,
  type Turnout,
} from '../domain';
import { readMaterials, readResultsThen, type FreezeNeeds } from '../meetings/freeze-materials';
import type { StoredMeeting } from '../meetings/store';
import type { RoomNeeds, WorkshopNeeds } from '../needs';
import { ballotOf } from './ballot-of';
import { keepShared, type KeepShared } from './keep-shared';
import { keepTables, type KeepTables } from './keep-tables';

/** What the wall shows of a meeting. */
export interface Board {
  readonly meeting: Meeting;
  readonly edition: number;
  /** As they were when the meeting was opened; before that as they are now. */
  readonly materials: readonly Material[];
  readonly shown: Material | null;
  /** Frozen tables of what is shown. */
  readonly tables: ReadonlyMap<PublicationId, FrozenTable>;
  readonly results: ResultsThen | null;
  readonly proposals: readonly StandingProposal[];
  readonly outcomes: readonly Outcome[];
  readonly agreements: readonly Agreement[];
  /** Short names of institutions by code; empty where nothing is addressed to them. */
  readonly institutions: ReadonlyMap<string, string>;
  readonly participants: readonly Participant[];
  /** Null while numbers are hidden. */
  readonly votes: readonly Counted[] | null;
  readonly turnout: Turnout;
  readonly spheres: readonly SphereOption[];
  readonly spheresVotes: readonly Counted[] | null;
  readonly spheresTurnout: Turnout;
}

/** The same for the wall and all phones, until something changes. */
export type SharedBoard = Pick<
  Board,
  'materials' | 'shown' | 'tables' | 'results' | 'proposals' | 'outcomes' | 'agreements' | 'institutions' | 'spheres'
>;

/** What one phone shows. */
export interface Phone extends SharedBoard {
  readonly meeting: Meeting;
  readonly edition: number;
  readonly participant: Participant;
  readonly ballot: Ballot;
  readonly chosenSpheres: Ballot;
}

export interface BoardNeeds extends RoomNeeds, FreezeNeeds {
  readonly analysis: FreezeNeeds['analysis'] & {
    readonly frozen: Pick<WorkshopNeeds['analysis']['frozen'], 'readFrozen'>;
  };
  readonly outcomesOf: (meeting: MeetingId) => Promise<readonly Outcome[]>;
  readonly agreementsOf: (meeting: MeetingId) => Promise<readonly Agreement[]>;
}

const readShared =
  (needs: BoardNeeds, tablesOf: KeepTables) =>
  async (meeting: Meeting): Promise<SharedBoard> => {
    const isOpened = meeting.openedAt !== null;
    const [materials, proposals, outcomes, agreements] = await Promise.all([
      isOpened ? meeting.frozen : readMaterials(needs)(meeting),
      needs.room.proposalsOf(meeting.id),
      needs.outcomesOf(meeting.id),
      needs.agreementsOf(meeting.id),
    ]);
    const institutions = agreements.length === 0 ? [] : (await needs.readEvaluation(meeting.evaluationId)).institutions;
    const shown = materials[Math.min(meeting.shown, materials.length - 1)] ?? null;
    return {
      materials,
      shown,
      tables: await tablesOf(meeting.evaluationId, shown?.findings.flatMap(({ tables }) => tables) ?? []),
      results: isOpened || materials.length === 0 ? meeting.results : await readResultsThen(needs)(meeting),
      proposals: standingProposals(proposals),
      outcomes,
      agreements,
      institutions: new Map(institutions.map(({ code, shortName }) => [code, shortName])),
      spheres: meeting.sphereOptions,
    };
  };

/** What the wall and phones are drawn from; what they share is read once for each edition of the meeting. */
export const createBoards = (needs: BoardNeeds) => {
  const tables = keepTables((id, wanted) => needs.analysis.frozen.readFrozen(id, wanted));
  const shared = keepShared(readShared(needs, tables));
  return { readBoard: readBoard(needs, shared), readPhone: readPhone(needs, shared) };
};

const readBoard =
  (needs: BoardNeeds, sharedOf: KeepShared) =>
  async (stored: StoredMeeting): Promise<Board> => {
    const { meeting, edition } = stored;
    const shared = await sharedOf(stored);
    const counts = async (name: 'voting' | 'spheres', options: readonly string[]) => {
      const voting = meeting[name];
      if (voting.result !== null && voting.turnout !== null) return { votes: voting.result, turnout: voting.turnout };
      const ballots = voting.state === 'waiting' ? [] : await needs.room.ballotsOf(voting.id);
      const turnout = turnoutOf(meeting.members, ballots);
      return { votes: voting.hidesCounts ? null : countVotes(options, ballots), turnout };
    };
    const [voting, spheres, participants] = await Promise.all([
      counts('voting', termsOf(meeting, 'voting', shared.proposals).options),
      counts('spheres', termsOf(meeting, 'spheres', shared.proposals).options),
      needs.room.participantsOf(meeting.id),
    ]);
    return {
      meeting,
      edition,
      ...shared,
      participants: participants.filter(({ leftAt }) => leftAt === null),
      ...voting,
      spheresVotes: spheres.votes,
      spheresTurnout: spheres.turnout,
    };
  };

const readPhone =
  (needs: BoardNeeds, sharedOf: KeepShared) =>
  async (stored: StoredMeeting, participant: Participant): Promise<Phone> => {
    const { meeting, edition, ballotKeys } = stored;
    const ballot = async (key: string | null): Promise<Ballot> =>
      key === null || !participant.mayVote ? { choices: [] } : needs.room.ballotOf(ballotOf(key, participant.id));
    const [shared, voting, spheres] = await Promise.all([
      sharedOf(stored),
      ballot(ballotKeys.voting),
      ballot(ballotKeys.spheres),
    ]);
    return { meeting, edition, ...shared, participant, ballot: voting, chosenSpheres: spheres };
  };
