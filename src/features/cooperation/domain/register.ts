import type { EvaluationId, Id } from '../../../platform/ids';
import type { Addressee, FindingId, ImplementationStatus, RecommendationId } from '../../findings/domain';
import type { AgreementId } from '../../workshop/domain';

export type ReportId = Id<'progress report'>;

/** What is followed: a recommendation of the evaluators, or an agreement of the thematic group. */
export type Followed =
  | { readonly kind: 'recommendation'; readonly id: RecommendationId }
  | { readonly kind: 'agreement'; readonly id: AgreementId };

/** One line of the register (domain 4.4). */
export interface RegisterEntry {
  readonly followed: Followed;
  readonly evaluationId: EvaluationId;
  /** `R1`, `U3`. */
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly addressees: readonly Addressee[];
  /** Who answers for it; empty: not named. */
  readonly person: string;
  /** Calendar day on which it was asked for. */
  readonly since: string;
  /** Calendar day; of a quarter the last one. */
  readonly due: string | null;
  readonly status: ImplementationStatus;
  readonly statusReason: string;
  /** Oldest first. */
  readonly reports: readonly ProgressReport[];
  /** Number of the meeting in the evaluation. */
  readonly meetingNumber: number | null;
  /** Findings it follows from: their indicators are looked at again in the next wave. */
  readonly findings: readonly FindingId[];
  /** Of what a form was drawn from. */
  readonly revision: number;
}

/** What an addressee says: accepted, rejected with a reason, how far it is, with evidence. */
export interface ProgressReport {
  readonly id: ReportId;
  readonly status: ImplementationStatus;
  /** Reason, or what was done. */
  readonly text: string;
  readonly evidence: readonly ProgressEvidence[];
  readonly by: string;
  /** Code of the institution whose voice it is; null: of those who evaluate. */
  readonly institution: string | null;
  readonly at: Date;
}

export type ProgressEvidence =
  | { readonly kind: 'link'; readonly address: string; readonly title: string }
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly bytes: number };

/** Where nothing more is to be done. */
const DONE: ReadonlySet<ImplementationStatus> = new Set(['implemented', 'rejected', 'outdated']);

export const isDone = ({ status }: Pick<RegisterEntry, 'status'>): boolean => DONE.has(status);

export const isOverdue = (entry: Pick<RegisterEntry, 'status' | 'due'>, today: string): boolean =>
  entry.due !== null && entry.due < today && !isDone(entry);

/** What was said last of how it goes; passing it on to the addressee says nothing of that. */
export const lastReport = ({ reports }: Pick<RegisterEntry, 'reports'>): ProgressReport | undefined =>
  reports.findLast(({ status, text }) => text !== '' || (status !== 'to-decide' && status !== 'draft'));
