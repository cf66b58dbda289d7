import { newId } from '../../../platform/ids';
import { fingerprint, locateItem, type AppliedEdit, type Edit } from '../domain/edit';
import type { Draft } from '../drafts';
import type { Editing, MadeEdit } from './history';
import { labelOf } from './label-of';
import type { EditNeeds } from './make-edit';
import { stateBefore } from './state-before';

interface Happened {
  readonly before: Draft;
  readonly draft: Draft;
  readonly edit: Edit;
  readonly applied: AppliedEdit;
  readonly by: Editing;
  readonly typing: boolean;
}

/** How long after the last saving typing still counts as one edit. */
const TYPING_MS = 120_000;

/** Writes an edit into the history; what is saved while somebody types becomes one edit, not twenty. */
export const rememberEdit = async ({ store, clock }: EditNeeds, happened: Happened): Promise<void> => {
  const made = madeEdit(happened, clock.now());
  const last = happened.typing ? await store.lastEditBy(happened.draft, happened.by.id) : undefined;
  if (last !== undefined && goesOn(last, made, happened.before))
    await store.prolongEdit(last.id, { ...made, inverse: last.inverse });
  else await store.addEdit(made);
};

const madeEdit = ({ before, draft, edit, applied, by, typing }: Happened, at: Date): MadeEdit => {
  const { evaluationId, code, definition, revision } = draft;
  const { subject, referrers, inverse } = applied;
  return {
    id: newId<'questionnaire edit'>(),
    evaluationId,
    code,
    by: by.id,
    name: by.name,
    at,
    revision,
    kind: edit.kind,
    subject,
    label: labelOf(definition, subject) ?? labelOf(before.definition, subject) ?? subject,
    referrers,
    inverse,
    left: stateBefore(definition, inverse),
    typing,
    undone: false,
  };
};

/** The same person still types in the same item, nobody else was there, and no code has changed. */
const goesOn = (last: MadeEdit, made: MadeEdit, before: Draft): boolean =>
  last.typing &&
  made.at.getTime() - last.at.getTime() < TYPING_MS &&
  last.subject === made.subject &&
  keepsCodes(last.inverse) &&
  keepsCodes(made.inverse) &&
  last.left === fingerprintIn(before, made.subject);

const keepsCodes = (inverse: Edit): boolean =>
  inverse.kind === 'change-item' && inverse.item.code === inverse.code && (inverse.rows ?? []).length === 0;

const fingerprintIn = ({ definition }: Draft, code: string): string | undefined => {
  const location = locateItem(definition, code);
  return location === undefined ? undefined : fingerprint(location.item);
};
