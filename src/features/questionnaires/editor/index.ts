import type { Clock } from '../../../platform/clock';
import type { AccountId, EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { DraftKey, Drafts } from '../drafts';
import type { PublishedVersion } from '../store';
import { addComment, reopenComment, resolveComment, type CommentId, type ItemComment } from './comments';
import type { Editing, MadeEdit } from './history';
import { makeEdit, type EditOutcome, type WantedEdit } from './make-edit';
import { createEditorStore } from './store';
import { undoEdit, type Undone } from './undo-edit';

export type { CommentId, ItemComment } from './comments';
export type { Editing, MadeEdit } from './history';
export type { EditOutcome, WantedEdit } from './make-edit';

/** Changes of drafts by people, each with its inverse, and the remarks of colleagues. */
export interface Editor {
  readonly ensureIndexes: () => Promise<void>;
  /** @throws Problem `editor.<reason>` where the edit has no place any more */
  readonly makeEdit: (key: DraftKey, by: Editing, wanted: WantedEdit) => Promise<EditOutcome>;
  /** @throws Problem `editor.nothing-to-undo` · `editor.undo-overtaken` · `editor.<reason>` */
  readonly undoEdit: (key: DraftKey, by: Editing) => Promise<Undone>;
  readonly lastEditBy: (key: DraftKey, by: AccountId) => Promise<MadeEdit | undefined>;
  /** Of one item or page, whoever made it. */
  readonly lastEditOf: (key: DraftKey, subject: string) => Promise<MadeEdit | undefined>;
  /** On all items of a questionnaire, oldest first. */
  readonly listComments: (key: DraftKey) => Promise<readonly ItemComment[]>;
  readonly addComment: (key: DraftKey, item: string, by: Editing, text: string) => Promise<ItemComment>;
  /** @throws Problem `editor.no-such-comment` */
  readonly resolveComment: (key: DraftKey, id: CommentId, by: Editing) => Promise<void>;
  /** @throws Problem `editor.no-such-comment` */
  readonly reopenComment: (key: DraftKey, id: CommentId) => Promise<void>;
}

export interface EditorSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly listVersions: (evaluationId: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

export const createEditor = ({ connection, clock, drafts, listVersions }: EditorSetup): Editor => {
  const store = createEditorStore(connection);
  const needs = { drafts, listVersions, store, clock };
  return {
    ensureIndexes: store.ensureIndexes,
    makeEdit: makeEdit(needs),
    undoEdit: undoEdit(needs),
    lastEditBy: store.lastEditBy,
    lastEditOf: store.lastEditOf,
    listComments: store.commentsOn,
    addComment: addComment(needs),
    resolveComment: resolveComment(needs),
    reopenComment: reopenComment(needs),
  };
};
