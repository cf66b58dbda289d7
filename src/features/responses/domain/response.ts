import type { EvaluationId, SubmissionId, VersionId } from '../../../platform/ids';
import type { AnswerSheet } from '../../questionnaires/domain';

export type Mode = 'cawi' | 'cati' | 'papi';

/** One respondent's answers, as sent, never changed. No token, no address, no time of day. */
export interface Response {
  readonly id: SubmissionId;
  readonly evaluationId: EvaluationId;
  readonly versionId: VersionId;
  readonly questionnaireCode: string;
  readonly mode: Mode;
  /** `partial`: broken off; fields after the break hold missing code 95. */
  readonly status: 'complete' | 'partial';
  readonly answers: AnswerSheet;
  /** Calendar day, `2026-11-18`. */
  readonly receivedOn: string;
  /** Held by the respondent alone, for withdrawal: `7F3K-22QD`. */
  readonly receiptNumber: string;
}
