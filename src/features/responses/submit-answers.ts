import { dayOf } from '../../platform/clock';
import type { SubmissionId } from '../../platform/ids';
import { readableCode } from '../../platform/random';
import { completeSheet, pathThrough, type AnswerSheet, type CompiledVersion } from '../questionnaires/domain';
import { ordersOf, type Receipt, type Response } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';
import { toReceipt } from './read-receipt';

/** Turn checked answers into a response: one durable write. Safe to repeat: a submission id counts once. */
export const submitAnswers =
  ({ clock, stores, fieldwork }: Pick<Needs, 'clock' | 'stores' | 'fieldwork'>) =>
  async (visit: Visit, id: SubmissionId, answers: AnswerSheet): Promise<Receipt> => {
    const { invitation, version, versionId, language, draft } = visit;
    const stored = await stores.responses.addOnce({
      id,
      evaluationId: invitation.evaluationId,
      versionId,
      questionnaireCode: version.definition.code,
      mode: 'cawi',
      status: 'complete',
      language,
      ...ordersSeen(version, answers, { seed: id, lastPage: version.pages.length }),
      answers: completeSheet(version, answers, { reachedPage: version.pages.length }),
      receivedOn: dayOf(clock.now()),
      receiptNumber: readableCode(),
    });
    if (version.pages.length > 1 || draft !== undefined) await stores.drafts.remove(id);
    if (invitation.kind === 'personal') await fieldwork.markUsed(invitation.token);
    return toReceipt(stored);
  };

/** Only where chance had a part in it. */
export const ordersSeen = (
  version: CompiledVersion,
  answers: AnswerSheet,
  seen: { readonly seed: SubmissionId; readonly lastPage: number },
): Pick<Response, 'orders'> => {
  const orders = ordersOf(version, pathThrough(version, answers).shown, seen);
  return Object.keys(orders).length === 0 ? {} : { orders };
};
