import type { PublicationId } from '../../../platform/ids';
import type { FrozenTable } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { AttendanceDesk } from '../attendance';
import type { Agreements } from '../agreements';
import {
  currentDecisions,
  roundsOf,
  standingProposals,
  type Agreement,
  type Attended,
  type CarriedItem,
  type ExpertSheet,
  type Meeting,
  type NamedBallot,
  type Outcome,
  type ProposalId,
  type SphereDecision,
  type StandingProposal,
  type VotingRound,
} from '../domain';
import type { Groups } from '../group';
import type { DeskNeeds } from '../needs';
import type { Outcomes } from '../outcomes';
import type { Sheets } from '../sheets';
import type { SphereDecisions } from '../spheres';

/** Everything that is known of a meeting and belongs in its minutes. */
export interface MinutesRecord {
  readonly evaluation: Evaluation;
  readonly meeting: Meeting;
  /** Empty: it has no name. */
  readonly groupName: string;
  readonly attendance: readonly Attended[];
  /** By number. */
  readonly proposals: readonly StandingProposal[];
  readonly rounds: readonly VotingRound[];
  readonly sphereRounds: readonly VotingRound[];
  /** Empty where the group votes secretly. */
  readonly named: readonly NamedBallot[];
  readonly outcomes: ReadonlyMap<ProposalId, Outcome>;
  readonly tables: ReadonlyMap<PublicationId, FrozenTable>;
  /** Of this meeting: the last one of each sphere. */
  readonly decisions: readonly SphereDecision[];
  readonly sheets: readonly ExpertSheet[];
  /** By number. */
  readonly agreements: readonly Agreement[];
  readonly carried: readonly CarriedItem[];
}

export interface RecordNeeds extends Pick<DeskNeeds, 'room' | 'readEvaluation' | 'analysis' | 'readCarried'> {
  readonly groups: Pick<Groups, 'readGroup'>;
  readonly attendance: Pick<AttendanceDesk, 'readAttendance'>;
  readonly outcomes: Pick<Outcomes, 'outcomesOf' | 'namedBallots'>;
  readonly sheets: Pick<Sheets, 'sheetsOf'>;
  readonly sphereDecisions: Pick<SphereDecisions, 'decisionsOf'>;
  readonly agreements: Pick<Agreements, 'agreementsOf'>;
}

export const readRecord =
  (needs: RecordNeeds) =>
  async (meeting: Meeting): Promise<MinutesRecord> => {
    const evaluation = await needs.readEvaluation(meeting.evaluationId);
    const before = meeting.openedAt ?? new Date(`${meeting.day}T00:00:00Z`);
    const [group, attendance, proposals, outcomes, named, decisions, sheets, agreements, carried] = await Promise.all([
      needs.groups.readGroup(evaluation),
      needs.attendance.readAttendance(meeting),
      needs.room.proposalsOf(meeting.id),
      needs.outcomes.outcomesOf(meeting.id),
      needs.outcomes.namedBallots(meeting),
      needs.sphereDecisions.decisionsOf(meeting.groupId),
      needs.sheets.sheetsOf(meeting.id),
      needs.agreements.agreementsOf(meeting.id),
      needs.readCarried(meeting.groupId, before),
    ]);
    return {
      evaluation,
      meeting,
      groupName: group.name,
      attendance,
      proposals: standingProposals(proposals),
      rounds: roundsOf(meeting, 'voting', proposals),
      sphereRounds: roundsOf(meeting, 'spheres', proposals),
      named,
      outcomes: new Map(outcomes.map((outcome) => [outcome.proposal, outcome])),
      tables: await tablesOf(needs, meeting),
      decisions: currentDecisions(
        decisions.filter(
          ({ evaluationId, meetingNumber }) =>
            evaluationId === meeting.evaluationId && meetingNumber === meeting.number,
        ),
      ),
      sheets,
      agreements,
      carried,
    };
  };

/** Frozen tables of the conclusions that were on the wall. */
const tablesOf = async ({ analysis }: RecordNeeds, meeting: Meeting): Promise<MinutesRecord['tables']> => {
  const shown = meeting.discussed.flatMap((at) => meeting.frozen[at] ?? []);
  const ids = [...new Set(shown.flatMap(({ findings }) => findings.flatMap(({ tables }) => tables)))];
  if (ids.length === 0) return new Map();
  const tables = await analysis.frozen.readFrozen(meeting.evaluationId, ids);
  return new Map(tables.map((table) => [table.publication, table]));
};
