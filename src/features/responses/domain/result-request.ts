import type { EvaluationId } from '../../../platform/ids';

export type RequestPurpose = 'results' | 'interview';

/** Someone's wish to hear from us, kept apart from the answers and without any key to them. */
export interface ResultRequest {
  /** Made of evaluation, purpose and address, so that a repetition is the same request. */
  readonly id: string;
  readonly evaluationId: EvaluationId;
  readonly email: string;
  readonly purpose: RequestPurpose;
  /** Calendar day. */
  readonly savedOn: string;
}
