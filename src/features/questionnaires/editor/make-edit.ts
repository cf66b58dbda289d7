import type { Clock } from '../../../platform/clock';
import type { QuestionnaireDefinition } from '../domain';
import { allCodes, applyEdit, EditRefused, type AppliedEdit, type Edit } from '../domain/edit';
import type { Draft, DraftKey, Drafts } from '../drafts';
import type { PublishedVersion } from '../store';
import type { Editing } from './history';
import { editRefused } from './problems';
import { rememberEdit } from './remember-edit';
import { stateBefore } from './state-before';
import type { EditorStore } from './store';

export interface EditNeeds {
  readonly drafts: Drafts;
  readonly listVersions: (id: DraftKey['evaluationId']) => Promise<readonly PublishedVersion[]>;
  readonly store: EditorStore;
  readonly clock: Clock;
}

/** What a person wants, and what they had before their eyes when they wanted it. */
export interface WantedEdit {
  /** Made anew for each state of the draft, because others may have saved in between. */
  readonly edit: (definition: QuestionnaireDefinition, reserved: ReadonlySet<string>) => Edit;
  /** Fingerprint of what it would overwrite, as the person saw it; null where nothing can be overwritten. */
  readonly seen: string | null;
  /** Saved by itself while the person was typing. */
  readonly typing?: boolean;
}

export type EditOutcome =
  | { readonly kind: 'made'; readonly draft: Draft; readonly applied: AppliedEdit; readonly hasChanged: boolean }
  /** Somebody changed the same thing; nothing was saved. */
  | { readonly kind: 'conflict'; readonly draft: Draft };

/**
 * Makes one edit on the newest state of the draft and remembers how to take it back. It never overwrites what the person
 * has not seen.
 *
 * @throws Problem `editor.<reason>` where the edit has no place any more
 */
export const makeEdit =
  (needs: EditNeeds) =>
  async (key: DraftKey, by: Editing, wanted: WantedEdit): Promise<EditOutcome> => {
    const reserved = reservedCodes(await needs.listVersions(key.evaluationId), key.code);
    let made: Made | undefined;
    const draft = await needs.drafts.changeDraft(key, by.name, (before) => {
      made = attempt(before, wanted, reserved);
      return { definition: made?.applied.definition ?? before.definition, state: before.state };
    });
    if (made === undefined) return { kind: 'conflict', draft };
    const { before, edit, applied } = made;
    const hasChanged = draft.revision !== before.revision;
    if (hasChanged) await rememberEdit(needs, { before, draft, edit, applied, by, typing: wanted.typing === true });
    return { kind: 'made', draft, applied, hasChanged };
  };

interface Made {
  readonly before: Draft;
  readonly edit: Edit;
  readonly applied: AppliedEdit;
}

/** Undefined when what it would overwrite is not what the person saw. */
const attempt = (before: Draft, wanted: WantedEdit, reserved: ReadonlySet<string>): Made | undefined => {
  try {
    const edit = wanted.edit(before.definition, reserved);
    if (wanted.seen !== null && stateBefore(before.definition, edit) !== wanted.seen) return undefined;
    return { before, edit, applied: applyEdit(before.definition, edit, reserved) };
  } catch (error) {
    if (error instanceof EditRefused) throw editRefused(error);
    throw error;
  }
};

/** Codes of published versions: answers to them exist, so they mean what they meant. */
const reservedCodes = (versions: readonly PublishedVersion[], code: string): ReadonlySet<string> =>
  new Set(versions.filter((version) => version.code === code).flatMap(({ definition }) => allCodes(definition)));
