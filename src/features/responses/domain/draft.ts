import type { EvaluationId, InvitationToken, SubmissionId, VersionId } from '../../../platform/ids';
import type { AnswerSheet, FormFields, Language } from '../../questionnaires/domain';

/** Answers on their way: kept while someone fills in a questionnaire of several pages, gone once they become a response. */
export interface Draft {
  /** Becomes the id of the response. */
  readonly id: SubmissionId;
  readonly evaluationId: EvaluationId;
  /** The version it was begun with; it is finished with the same. */
  readonly versionId: VersionId;
  readonly invitation: InvitationToken;
  /** `7F3K-22QD`: brings a respondent back, on any device. */
  readonly returnCode: string;
  /** Absent while the respondent has not chosen one. */
  readonly language?: Language;
  readonly answers: AnswerSheet;
  /** What was typed and cannot be an answer yet, so that it is there after "Wstecz". */
  readonly typed: FormFields;
  /** The furthest page accepted by "Dalej"; 0 before the first. */
  readonly reachedPage: number;
  readonly savedAt: Date;
  /** Counts the saves: of two that began from the same one, the later is told. */
  readonly saves: number;
}
