import { applyEdit, EditRefused } from '../domain/edit';
import type { Draft, DraftKey } from '../drafts';
import type { Editing, MadeEdit } from './history';
import type { EditNeeds } from './make-edit';
import { editRefused, nothingToUndo, undoOvertaken } from './problems';
import { stateBefore } from './state-before';

export interface Undone {
  readonly draft: Draft;
  readonly edit: MadeEdit;
  /** Code of the item or id of the page that is as it was; the page it stands on is for the caller to find. */
  readonly subject: string;
}

/**
 * Takes back the last edit of a person that still stands. Edits of others stay, and what others have changed since is not
 * taken from them.
 *
 * @throws Problem `editor.nothing-to-undo` · `editor.undo-overtaken` · `editor.<reason>`
 */
export const undoEdit =
  ({ drafts, store }: EditNeeds) =>
  async (key: DraftKey, by: Editing): Promise<Undone> => {
    const edit = await store.lastEditBy(key, by.id);
    if (edit === undefined) throw nothingToUndo();
    let subject = edit.subject;
    const draft = await drafts.changeDraft(key, by.name, ({ definition, state }) => {
      try {
        if (stateBefore(definition, edit.inverse) !== edit.left) throw undoOvertaken({ subject: edit.label });
        const applied = applyEdit(definition, edit.inverse);
        subject = applied.subject;
        return { definition: applied.definition, state };
      } catch (error) {
        if (error instanceof EditRefused) throw editRefused(error);
        throw error;
      }
    });
    await store.markUndone(edit.id);
    return { draft, edit, subject };
  };
