import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { Workshop } from '..';
import {
  standingProposals,
  type Meeting,
  type NamedBallot,
  type Outcome,
  type Proposal,
  type StandingProposal,
  type VotingRound,
} from '../domain';
import type { MaterialName } from '../proposals/present-propose-form';

/** What the moderator's pages of proposals are made of. */
export interface ProposalsDesk {
  readonly evaluation: Evaluation;
  readonly meeting: Meeting;
  readonly proposals: readonly Proposal[];
  readonly standing: readonly StandingProposal[];
  /** As they were when the meeting was opened; before that as they are now. */
  readonly materials: readonly MaterialName[];
  readonly outcomes: readonly Outcome[];
  readonly rounds: readonly VotingRound[];
  readonly named: readonly NamedBallot[];
}

/** @throws Problem `evaluations.not-found` · `workshop.meeting-not-found` */
export const readProposalsDesk = async (
  workshop: Workshop,
  { id, nr }: { readonly id: string; readonly nr: string },
): Promise<ProposalsDesk> => {
  const evaluation = await workshop.readEvaluation(id as EvaluationId);
  const { meeting } = await workshop.readMeeting(evaluation.id, Number(nr));
  const proposals = await workshop.listProposals(meeting.id);
  return {
    evaluation,
    meeting,
    proposals,
    standing: standingProposals(proposals),
    materials: meeting.openedAt === null ? await namesOf(workshop, meeting) : meeting.frozen,
    outcomes: await workshop.outcomes.outcomesOf(meeting.id),
    rounds: await workshop.outcomes.votingRounds(meeting),
    named: await workshop.outcomes.namedBallots(meeting),
  };
};

const namesOf = async ({ listConclusions }: Workshop, meeting: Meeting): Promise<readonly MaterialName[]> => {
  const known = new Map((await listConclusions(meeting.evaluationId)).map((one) => [one.id, one]));
  return meeting.materials.flatMap((id) => {
    const found = known.get(id);
    return found === undefined ? [] : { conclusion: id, number: found.number, title: found.title };
  });
};
