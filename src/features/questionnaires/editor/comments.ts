import { newId, type AccountId, type Id } from '../../../platform/ids';
import type { Clock } from '../../../platform/clock';
import type { DraftKey } from '../drafts';
import type { Editing } from './history';
import { noSuchComment } from './problems';
import type { EditorStore } from './store';

export type CommentId = Id<'questionnaire comment'>;

/** A remark on one item of a questionnaire. */
export interface ItemComment extends DraftKey {
  readonly id: CommentId;
  /** Code of the item. */
  readonly item: string;
  readonly by: AccountId;
  readonly name: string;
  readonly at: Date;
  readonly text: string;
  /** Null while it waits for somebody. */
  readonly resolved: { readonly name: string; readonly at: Date } | null;
}

export interface CommentNeeds {
  readonly store: EditorStore;
  readonly clock: Clock;
}

export const addComment =
  ({ store, clock }: CommentNeeds) =>
  async (key: DraftKey, item: string, by: Editing, text: string): Promise<ItemComment> => {
    const { evaluationId, code } = key;
    const id = newId<'questionnaire comment'>();
    const comment = { id, evaluationId, code, item, by: by.id, name: by.name, at: clock.now(), text, resolved: null };
    await store.addComment(comment);
    return comment;
  };

/** @throws Problem `editor.no-such-comment` */
export const resolveComment =
  ({ store, clock }: CommentNeeds) =>
  async (key: DraftKey, id: CommentId, by: Editing): Promise<void> => {
    const isThere = await store.setResolved(key, id, { name: by.name, at: clock.now() });
    if (!isThere) throw noSuchComment();
  };

/** @throws Problem `editor.no-such-comment` */
export const reopenComment =
  ({ store }: CommentNeeds) =>
  async (key: DraftKey, id: CommentId): Promise<void> => {
    if (!(await store.setResolved(key, id, null))) throw noSuchComment();
  };
