import type { EvaluationId, SubmissionId, VersionId } from '../../../platform/ids';
import type { AnswerSheet, Language } from '../../questionnaires/domain';

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
  /** In which the questions were read; absent where nobody recorded it: Polish. */
  readonly language?: Language;
  readonly answers: AnswerSheet;
  /** By item code: the codes of choices or rows as this respondent saw them, where the order was drawn. */
  readonly orders?: Readonly<Record<string, readonly string[]>>;
  /** Calendar day, `2026-11-18`. */
  readonly receivedOn: string;
  /** Held by the respondent alone, for withdrawal: `7F3K-22QD`. */
  readonly receiptNumber: string;
}

/** What one respondent wrote to a few questions, without everything else. */
export interface NumberedTexts extends Pick<Response, 'id' | 'versionId' | 'answers'> {
  /** As in `NumberedAnswers`. Never shown: it tells who came when. */
  readonly sequence: number;
  readonly replaces?: number;
}

/** What of a stored response is counted, numbered within its evaluation in the order of arrival. */
export interface NumberedAnswers extends Pick<
  Response,
  'versionId' | 'questionnaireCode' | 'status' | 'answers' | 'receivedOn'
> {
  /** From 1. A number may be missing: taken for a response that was never written. */
  readonly sequence: number;
  /** Number of the break-off that this response took the place of. */
  readonly replaces?: number;
}
