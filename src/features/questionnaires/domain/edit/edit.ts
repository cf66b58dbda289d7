import type { Item, Page, QuestionnaireDefinition } from '../definition';

/** Where items stand: on a page, or in a block that is repeated. */
export type Parent = { readonly kind: 'page'; readonly id: string } | { readonly kind: 'block'; readonly code: string };

/** A place that stays right when others add and remove: after the first of these items that is still there. */
export interface Place {
  readonly parent: Parent;
  /** Codes of the items before it, the nearest first; none of them there: at the very beginning. */
  readonly after: readonly string[];
}

/** Texts of the intro page and how long it takes. */
export type FrameTexts = Pick<QuestionnaireDefinition, 'title' | 'lead' | 'minutes'>;

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** One change of a questionnaire that is being written. */
export type Edit =
  | { readonly kind: 'add-item'; readonly item: Item; readonly place: Place }
  /** A block keeps the items it repeats, unless the item becomes something else. */
  | {
      readonly kind: 'change-item';
      readonly code: string;
      readonly item: Item;
      /** Rows that got another code. */
      readonly rows?: readonly Rename[];
      /** Whether conditions and texts that mention an old code follow to the new one; absent: they do. */
      readonly follow?: boolean;
    }
  | { readonly kind: 'duplicate-item'; readonly code: string }
  | { readonly kind: 'move-item'; readonly code: string; readonly place: Place }
  | { readonly kind: 'delete-item'; readonly code: string }
  | { readonly kind: 'add-page'; readonly page: Page; readonly after: readonly string[] }
  | { readonly kind: 'rename-page'; readonly id: string; readonly title: string }
  | { readonly kind: 'move-page'; readonly id: string; readonly after: readonly string[] }
  | { readonly kind: 'delete-page'; readonly id: string }
  | { readonly kind: 'change-frame'; readonly frame: FrameTexts };

export interface AppliedEdit {
  readonly definition: QuestionnaireDefinition;
  /** Takes it back, also after others have changed other items. */
  readonly inverse: Edit;
  /** Code of the item or id of the page it was about, as it is called afterwards. */
  readonly subject: string;
  /** Codes of items that refer to what was deleted or moved before them; the proof will name them. */
  readonly referrers: readonly string[];
}

export type RefusedReason = 'item-gone' | 'page-gone' | 'code-taken' | 'block-in-block' | 'page-taken' | 'last-page';

/** An edit that cannot be made any more, or never could. */
export class EditRefused extends Error {
  constructor(
    readonly reason: RefusedReason,
    /** The code or id it is about. */
    readonly subject: string,
  ) {
    super(`${reason}: ${subject}`);
    this.name = 'EditRefused';
  }
}
