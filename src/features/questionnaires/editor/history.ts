import type { AccountId, Id } from '../../../platform/ids';
import type { DraftKey } from '../drafts';
import type { Edit } from '../domain/edit';

export type EditId = Id<'questionnaire edit'>;

/** Who is editing. */
export interface Editing {
  readonly id: AccountId;
  readonly name: string;
}

/** One edit that was made, with what takes it back. */
export interface MadeEdit extends DraftKey {
  readonly id: EditId;
  readonly by: AccountId;
  readonly name: string;
  readonly at: Date;
  /** Revision of the draft that it led to: puts edits in order. */
  readonly revision: number;
  readonly kind: Edit['kind'];
  /** Code of the item or id of the page it was about. */
  readonly subject: string;
  /** First words of the item or title of the page, for "Usunięto pytanie …". */
  readonly label: string;
  readonly referrers: readonly string[];
  readonly inverse: Edit;
  /** State of what the inverse would overwrite; when it differs later, somebody else was there. */
  readonly left: string;
  /** Saved by itself while somebody typed: the next such edit of the same item joins it. */
  readonly typing: boolean;
  readonly undone: boolean;
}
