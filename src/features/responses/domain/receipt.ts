import type { SubmissionId } from '../../../platform/ids';

/** What a respondent keeps: proof that the answers are stored, and the number for withdrawing them. */
export interface Receipt {
  readonly id: SubmissionId;
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly agreesToInterview: boolean;
}
