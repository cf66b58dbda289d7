import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { Recommendation } from '../../findings';
import type { Workshop } from '..';
import { standingProposals, type Agreement, type Meeting, type Outcome, type StandingProposal } from '../domain';

/** What the page of agreements is made of. */
export interface AgreementsDesk {
  readonly evaluation: Evaluation;
  readonly meeting: Meeting;
  readonly agreements: readonly Agreement[];
  readonly proposals: readonly StandingProposal[];
  readonly outcomes: readonly Outcome[];
  readonly recommendations: readonly Recommendation[];
  /** The minutes are approved. */
  readonly isClosed: boolean;
}

/** @throws Problem `evaluations.not-found` · `workshop.meeting-not-found` */
export const readAgreementsDesk = async (
  workshop: Pick<
    Workshop,
    'readEvaluation' | 'readMeeting' | 'agreements' | 'outcomes' | 'listProposals' | 'listRecommendations'
  >,
  id: EvaluationId,
  nr: string,
): Promise<AgreementsDesk> => {
  const evaluation = await workshop.readEvaluation(id);
  const { meeting } = await workshop.readMeeting(id, Number(nr));
  return {
    evaluation,
    meeting,
    agreements: await workshop.agreements.agreementsOf(meeting.id),
    proposals: standingProposals(await workshop.listProposals(meeting.id)),
    outcomes: await workshop.outcomes.outcomesOf(meeting.id),
    isClosed: await workshop.agreements.isClosed(meeting.id),
    recommendations: (await workshop.listRecommendations(id)).filter(({ status }) => status !== 'draft'),
  };
};
