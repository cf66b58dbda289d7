import type { StoredReport } from '../domain';
import type { EditId, Editing, MadeEdit, ReportKey } from './history';
import { apply, next, readReport, type EditNeeds } from './make-edit';
import { nothingToUndo, reportBusy, undoOvertaken } from './problems';
import { stateBefore } from './state-before';

export interface Undone {
  readonly report: StoredReport;
  readonly edit: MadeEdit;
}

const MOST_TRIES = 20;

/**
 * Takes back the last edit of a person that still stands. Edits of others stay, and what others have changed since is not
 * taken from them.
 *
 * @param id of one edit; absent: the last
 * @throws Problem `report-editor.nothing-to-undo` · `report-editor.undo-overtaken` · `report-editor.<reason>`
 */
export const undoEdit = (needs: EditNeeds) => {
  const read = readReport(needs);
  return async (key: ReportKey, by: Editing, id?: EditId): Promise<Undone> => {
    const last = await needs.store.lastEditBy(key.id, by.id);
    const edit = id === undefined || last?.id === id ? last : await needs.store.findEdit(key.id, by.id, id);
    if (edit === undefined) throw nothingToUndo();
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await read(key);
      if (stateBefore(before, edit.inverse) !== edit.left) throw undoOvertaken();
      const report = next(needs, before, apply(before, edit.inverse).contents, by);
      if (!(await needs.store.save(report))) continue;
      await needs.store.markUndone(edit.id);
      return { report, edit };
    }
    throw reportBusy();
  };
};
