import { Problem } from '../../../platform/problems';
import type { EditRefused } from '../domain/edit';

export const noSuchReport = (details: { readonly home: string }): Problem =>
  new Problem('report-editor.no-such-report', 'not-found', details);

export const noSuchBlock = (details: { readonly home: string }): Problem =>
  new Problem('report-editor.no-such-block', 'gone', details);

/** What a report cannot take, by the reason that the domain gives. */
export const editRefused = ({ reason }: EditRefused): Problem => new Problem(`report-editor.${reason}`, 'conflict');

/** So many people save at once that a change found no room. */
export const reportBusy = (): Problem => new Problem('report-editor.busy', 'unavailable');

/** The person has made no change here, or all of them are undone. */
export const nothingToUndo = (): Problem => new Problem('report-editor.nothing-to-undo', 'conflict');

/** Somebody has changed the same block since: undoing would take their work away. */
export const undoOvertaken = (): Problem => new Problem('report-editor.undo-overtaken', 'conflict');

/** A block cannot be frozen or refreshed as it is. */
export const notData = (): Problem => new Problem('report-editor.not-data', 'conflict');
