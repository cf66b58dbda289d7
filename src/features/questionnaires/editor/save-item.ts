import type { Item, QuestionnaireDefinition } from '../domain';
import { allCodes, codesIn, locateItem, type Rename } from '../domain/edit';
import type { Draft } from '../drafts';
import type { Desk } from '../open-desk';
import { answeredItem, hasOtherWords, isOtherVariable } from './answered';
import { expressionIssues } from './form/expression-issues';
import type { ItemForm } from './form/item-form';
import { itemOf, type FormIssue } from './form/item-of-form';
import type { Editing, Editor } from '.';

export interface SavedForm {
  readonly form: ItemForm;
  /** Fingerprint of the item as the person saw it. */
  readonly seen: string;
  readonly typing: boolean;
  /** What the person says of a changed wording that people have answered already. */
  readonly wording: 'literowka' | 'tresc' | undefined;
  /** The person has read that answers will not flow together any more. */
  readonly aware: boolean;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly draft: Draft; readonly code: string; readonly referrers: readonly string[] }
  | { readonly kind: 'conflict'; readonly draft: Draft }
  | { readonly kind: 'issues'; readonly issues: readonly FormIssue[] };

/**
 * Saves the form of one item, unless somebody has changed that item since it was shown or the form cannot be read.
 *
 * @throws Problem `editor.item-gone`
 */
export const saveItem =
  (editor: Pick<Editor, 'makeEdit'>) =>
  async (desk: Desk, code: string, by: Editing, saved: SavedForm): Promise<SaveOutcome> => {
    const { definition } = desk.draft;
    const before = locateItem(definition, code)?.item;
    if (before !== undefined) {
      const issues = issuesOf(desk, before, saved);
      if (issues.length > 0) return { kind: 'issues', issues };
    }
    const outcome = await editor.makeEdit(desk.draft, by, {
      edit: (now) => {
        const current = locateItem(now, code)?.item ?? itemOf(saved.form, BLANK).item;
        const item = withWording(desk, itemOf(saved.form, current).item, current, saved.wording);
        return { kind: 'change-item', code, item, rows: renamedRows(saved.form, item) };
      },
      seen: saved.seen,
      typing: saved.typing,
    });
    if (outcome.kind === 'conflict') return outcome;
    const { draft, applied } = outcome;
    return { kind: 'saved', draft, code: applied.subject, referrers: applied.referrers };
  };

const BLANK: Item = { kind: 'email', code: 'P1', text: '' };

/** What keeps it from being saved: fields that cannot be read, codes in use, answers that would be mixed. */
const issuesOf = (desk: Desk, before: Item, { form, wording, aware }: SavedForm): readonly FormIssue[] => {
  const { item, issues } = itemOf(form, before);
  if (issues.length > 0) return issues;
  return [
    ...takenCodes(desk.draft.definition, before, item),
    ...expressionIssues(form),
    ...answeredIssues(desk, before, item, { wording, aware }),
  ];
};

const takenCodes = (definition: QuestionnaireDefinition, before: Item, item: Item): readonly FormIssue[] => {
  const own = new Set(codesIn(before));
  const taken = new Set(allCodes(definition).filter((code) => !own.has(code)));
  const rows = 'rows' in item ? item.rows : [];
  return [
    ...(taken.has(item.code) ? [{ part: 'kod', fault: 'code-taken', details: { code: item.code } } as const] : []),
    ...rows.flatMap(({ code }, index): readonly FormIssue[] =>
      taken.has(code) || code === item.code
        ? [{ part: 'wiersze', index, fault: 'row-code-taken', details: { code } }]
        : [],
    ),
  ];
};

const answeredIssues = (
  desk: Desk,
  before: Item,
  item: Item,
  { wording, aware }: Pick<SavedForm, 'wording' | 'aware'>,
): readonly FormIssue[] => {
  const published = answeredItem(desk, before.code);
  if (published === undefined) return [];
  if (isOtherVariable(before, item) && !aware) return [{ part: 'kod', fault: 'answered' }];
  return hasOtherWords(published, item) && wording === undefined ? [{ part: 'tekst', fault: 'wording-choice' }] : [];
};

/** A changed meaning counts one up from the published wording, however often it is saved. */
const withWording = (desk: Desk, item: Item, before: Item, choice: SavedForm['wording']): Item => {
  const published = answeredItem(desk, before.code);
  if (published === undefined) return item;
  const { wording: _, ...plain } = item;
  const isChanged = isOtherVariable(published, item) || (hasOtherWords(published, item) && choice === 'tresc');
  const wording = (published.wording ?? 1) + (isChanged ? 1 : 0);
  return wording === 1 ? plain : { ...plain, wording };
};

const renamedRows = (form: ItemForm, item: Item): readonly Rename[] => {
  const codes = new Set('rows' in item ? item.rows.map(({ code }) => code) : []);
  return form.rows
    .map(({ was, code }) => ({ from: was, to: code.trim() }))
    .filter(({ from, to }) => from !== '' && from !== to && codes.has(to));
};
