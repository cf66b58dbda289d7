import type { AccountId, EvaluationId, Id } from '../../../platform/ids';
import type { Edit } from '../domain/edit';
import type { ReportId } from '../domain';

export type EditId = Id<'report edit'>;

export interface ReportKey {
  readonly evaluationId: EvaluationId;
  readonly id: ReportId;
}

/** Who is editing. */
export interface Editing {
  readonly id: AccountId;
  readonly name: string;
}

/** One edit that was made, with what takes it back. */
export interface MadeEdit {
  readonly id: EditId;
  readonly report: ReportId;
  readonly by: AccountId;
  readonly name: string;
  readonly at: Date;
  /** Revision of the report that it led to: puts edits in order. */
  readonly revision: number;
  readonly kind: Edit['kind'];
  /** Ids of the blocks it was about; empty for the title. */
  readonly subjects: readonly string[];
  readonly inverse: Edit;
  /** State of what the inverse would overwrite; when it differs later, somebody else was there. */
  readonly left: string;
  /** Saved by itself while somebody typed: the next such edit of the same block joins it. */
  readonly typing: boolean;
  readonly undone: boolean;
}
