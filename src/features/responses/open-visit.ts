import { dayOf } from '../../platform/clock';
import type { Problem } from '../../platform/problems';
import type { Evaluation } from '../evaluations/domain';
import type { Invitation } from '../fieldwork';
import type { CompiledVersion } from '../questionnaires/domain';
import { opennessOn } from './domain';
import type { Needs } from './needs';
import { invitationUsed, notYetOpen, questionnaireClosed } from './problems';

/** Someone came by a link: to this evaluation, for these questions. */
export interface Visit {
  readonly invitation: Invitation;
  readonly evaluation: Evaluation;
  readonly version: CompiledVersion;
}

/** Where a link leads, whether or not answers are taken now. */
export const openVisit =
  ({ fieldwork, readEvaluation, readVersion }: Needs) =>
  async (token: string): Promise<Visit> => {
    const invitation = await fieldwork.readInvitation(token);
    const [evaluation, version] = await Promise.all([
      readEvaluation(invitation.evaluationId),
      readVersion(invitation.versionId),
    ]);
    return { invitation, evaluation, version };
  };

/** Why a visit cannot go on: outside fieldwork, or a second time by a personal link; undefined when it can. */
export const refusalOf =
  ({ clock }: Pick<Needs, 'clock'>) =>
  ({ invitation, evaluation }: Visit): Problem | undefined => {
    const openness = opennessOn(dayOf(clock.now()), evaluation);
    if (openness === 'not-yet') return notYetOpen(evaluation.opensOn);
    if (invitation.kind === 'personal' && invitation.usedOn !== undefined) return invitationUsed(invitation.usedOn);
    return openness === 'closed' ? questionnaireClosed(evaluation.closesOn) : undefined;
  };
