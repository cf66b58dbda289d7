import type { EvaluationId, InvitationToken, SubmissionId, VersionId } from '../../../platform/ids';
import type { AnswerSheet, FormFields } from '../../questionnaires/domain';

/** Answers on their way: kept while someone fills in a questionnaire of several pages, gone once they become a response. */
export interface Draft {
  /** Becomes the id of the response. */
  readonly id: SubmissionId;
  readonly evaluationId: EvaluationId;
  readonly versionId: VersionId;
  readonly invitation: InvitationToken;
  /** `7F3K-22QD`: brings a respondent back, on any device. */
  readonly returnCode: string;
  readonly answers: AnswerSheet;
  /** What was typed and cannot be an answer yet, so that it is there after "Wstecz". */
  readonly typed: FormFields;
  /** The furthest page accepted by "Dalej"; 0 before the first. */
  readonly reachedPage: number;
  readonly savedAt: Date;
  /** Counts the saves: of two that began from the same one, the later is told. */
  readonly saves: number;
}
