import type { SubmissionId } from '../../platform/ids';
import { agreesToInterview, type Receipt, type Response } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';

export const toReceipt = ({ id, receiptNumber, receivedOn, answers }: Response): Receipt => ({
  id,
  receiptNumber,
  receivedOn,
  agreesToInterview: agreesToInterview(answers),
});

/** The receipt of a finished questionnaire; undefined while it is not finished. */
export const readReceipt =
  ({ stores }: Pick<Needs, 'stores'>) =>
  async ({ invitation }: Visit, id: SubmissionId): Promise<Receipt | undefined> => {
    const response = await stores.responses.find(id);
    const isTheirs = response?.status === 'complete' && response.evaluationId === invitation.evaluationId;
    return isTheirs ? toReceipt(response) : undefined;
  };
