import { Problem } from '../../../platform/problems';
import type { EditRefused } from '../domain/edit';

/** What a draft cannot take, by the reason that the domain gives. */
export const editRefused = ({ reason, subject }: EditRefused): Problem =>
  new Problem(`editor.${reason}`, reason === 'item-gone' || reason === 'page-gone' ? 'gone' : 'conflict', { subject });

export const noSuchItem = (details: { readonly home: string }): Problem =>
  new Problem('editor.no-such-item', 'not-found', details);

export const noSuchPage = (details: { readonly home: string }): Problem =>
  new Problem('editor.no-such-page', 'not-found', details);

/** The person has made no change here, or all of them are undone. */
export const nothingToUndo = (): Problem => new Problem('editor.nothing-to-undo', 'conflict');

/** Somebody has changed the same thing since: undoing would take their work away. */
export const undoOvertaken = (details: { readonly subject: string }): Problem =>
  new Problem('editor.undo-overtaken', 'conflict', details);

export const notReadable = (): Problem => new Problem('editor.not-readable', 'forbidden');

export const noSuchComment = (): Problem => new Problem('editor.no-such-comment', 'not-found');
