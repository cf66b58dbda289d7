import { newId } from '../../../platform/ids';
import type { Edit } from '../domain/edit';
import type { StoredReport } from '../domain';
import type { Editing, MadeEdit } from './history';
import type { EditNeeds } from './make-edit';
import { stateBefore } from './state-before';

interface Happened {
  readonly before: StoredReport;
  readonly report: StoredReport;
  readonly edit: Edit;
  readonly inverse: Edit;
  readonly by: Editing;
  readonly typing: boolean;
}

/** How long after the last saving typing still counts as one edit. */
const TYPING_MS = 120_000;

/** Writes an edit into the history; what is saved while somebody types becomes one edit, not twenty. */
export const rememberEdit = async ({ store, clock }: EditNeeds, happened: Happened): Promise<void> => {
  const made = madeEdit(happened, clock.now());
  const last = happened.typing ? await store.lastEditBy(happened.report.id, happened.by.id) : undefined;
  if (last !== undefined && goesOn(last, made, happened.before)) await store.prolongEdit(last.id, made);
  else await store.addEdit(made);
};

const madeEdit = ({ report, edit, inverse, by, typing }: Happened, at: Date): MadeEdit => ({
  id: newId<'report edit'>(),
  report: report.id,
  by: by.id,
  name: by.name,
  at,
  revision: report.revision,
  kind: edit.kind,
  subjects: subjectsOf(edit),
  inverse,
  left: stateBefore(report, inverse),
  typing,
  undone: false,
});

const subjectsOf = (edit: Edit): readonly string[] => {
  switch (edit.kind) {
    case 'add':
      return edit.blocks.map(({ id }) => id);
    case 'change':
      return edit.changes.map(({ id }) => id);
    case 'move':
    case 'remove':
      return edit.ids;
    case 'put-back':
      return edit.blocks.map(({ block }) => block.id);
    case 'rename':
    case 'reorder':
      return [];
  }
};

/** The same person still types in the same block, and nobody else was there. */
const goesOn = (last: MadeEdit, made: MadeEdit, before: StoredReport): boolean =>
  last.typing &&
  last.kind === made.kind &&
  made.at.getTime() - last.at.getTime() < TYPING_MS &&
  last.subjects.join() === made.subjects.join() &&
  last.left === stateBefore(before, last.inverse);
