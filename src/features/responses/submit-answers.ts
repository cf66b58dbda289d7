import { dayOf } from '../../platform/clock';
import type { SubmissionId } from '../../platform/ids';
import { readableCode } from '../../platform/random';
import { completeSheet, type AnswerSheet } from '../questionnaires/domain';
import type { Receipt } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';
import { toReceipt } from './read-receipt';

/** Turn checked answers into a response: one durable write. Safe to repeat: a submission id counts once. */
export const submitAnswers =
  ({ clock, stores, fieldwork }: Pick<Needs, 'clock' | 'stores' | 'fieldwork'>) =>
  async ({ invitation, version }: Visit, id: SubmissionId, answers: AnswerSheet): Promise<Receipt> => {
    const stored = await stores.responses.addOnce({
      id,
      evaluationId: invitation.evaluationId,
      versionId: invitation.versionId,
      questionnaireCode: version.definition.code,
      mode: 'cawi',
      status: 'complete',
      answers: completeSheet(version, answers, { reachedPage: version.pages.length }),
      receivedOn: dayOf(clock.now()),
      receiptNumber: readableCode(),
    });
    if (version.pages.length > 1) await stores.drafts.remove(id);
    if (invitation.kind === 'personal') await fieldwork.markUsed(invitation.token);
    return toReceipt(stored);
  };
