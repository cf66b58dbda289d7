import type { Item, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn } from './codes';
import { duplicateOf, pageOfItem } from './duplicate';
import { EditRefused, type AppliedEdit, type Edit, type FrameTexts, type Place } from './edit';
import { applyPageEdit } from './edit-pages';
import { fingerprint } from './fingerprint';
import { codesBefore, innerItems, insertItem, placeOf, removeItem, requireItem, withSiblings } from './locate';
import { brokenByOrder, followRenames, referrersTo } from './references';

/**
 * Makes one change and says how to take it back. A change that leaves the questionnaire faulty is made all the same: it
 * is a draft, and the answer names the items that now refer to nothing.
 *
 * @param reserved codes of earlier versions: new items never get them, for answers to them exist
 * @throws EditRefused where the change has lost its place or would use a code twice
 */
export const applyEdit = (
  definition: QuestionnaireDefinition,
  edit: Edit,
  reserved: ReadonlySet<string> = new Set(),
): AppliedEdit => {
  switch (edit.kind) {
    case 'add-item':
      return addItem(definition, edit.item, edit.place);
    case 'change-item':
      return changeItem(definition, edit);
    case 'duplicate-item':
      return duplicateItem(definition, edit.code, reserved);
    case 'move-item':
      return moveItem(definition, edit.code, edit.place);
    case 'delete-item':
      return deleteItem(definition, edit.code);
    case 'change-frame':
      return changeFrame(definition, edit.frame);
    case 'add-page':
    case 'rename-page':
    case 'move-page':
    case 'delete-page':
      return applyPageEdit(definition, edit);
  }
};

const addItem = (definition: QuestionnaireDefinition, item: Item, place: Place): AppliedEdit => {
  refuseTaken(definition, codesIn(item));
  refuseBlockInBlock(item, place);
  return {
    definition: insertItem(definition, item, place),
    inverse: { kind: 'delete-item', code: item.code },
    subject: item.code,
    referrers: [],
  };
};

const refuseTaken = (definition: QuestionnaireDefinition, codes: readonly string[]): void => {
  const taken = new Set(allCodes(definition));
  const twice = codes.find((code, index) => taken.has(code) || codes.indexOf(code) !== index);
  if (twice !== undefined) throw new EditRefused('code-taken', twice);
};

const refuseBlockInBlock = (item: Item, { parent }: Place): void => {
  if (item.kind === 'repeat' && parent.kind === 'block') throw new EditRefused('block-in-block', item.code);
};

const changeItem = (
  definition: QuestionnaireDefinition,
  edit: Extract<Edit, { readonly kind: 'change-item' }>,
): AppliedEdit => {
  const location = requireItem(definition, edit.code);
  const before = location.item;
  const item = keepingInner(edit.item, before);
  refuseBlockInBlock(item, placeOf(location));
  refuseTaken(removeItem(definition, location), codesIn(item));
  const isSame = fingerprint(item) === fingerprint(before) && item.kind === before.kind;
  const changed = isSame
    ? definition
    : withSiblings(definition, location.parent, (siblings) =>
        siblings.map((each, index) => (index === location.index ? item : each)),
      );
  const rows = (edit.rows ?? []).filter(({ from, to }) => from !== to);
  const renames = [...(edit.code === item.code ? [] : [{ from: edit.code, to: item.code }]), ...rows];
  const followed =
    renames.length === 0 || edit.follow === false
      ? undefined
      : followRenames(changed, renames, new Set(allCodes(definition)));
  return {
    definition: followed ?? changed,
    inverse: {
      kind: 'change-item',
      code: item.code,
      item: before,
      rows: rows.map(({ from, to }) => ({ from: to, to: from })),
      follow: followed !== undefined,
    },
    subject: item.code,
    referrers: followed === undefined ? lostReferrers(changed, before, item) : [],
  };
};

/** The form of a block does not hold its items; they are the ones that stand there now. */
const keepingInner = (item: Item, before: Item): Item =>
  item.kind === 'repeat' && before.kind === 'repeat' ? { ...item, items: before.items } : item;

const lostReferrers = (changed: QuestionnaireDefinition, before: Item, after: Item): readonly string[] => {
  const left = new Set(codesIn(after));
  const lost = codesIn(before).filter((code) => !left.has(code));
  return lost.length === 0 ? [] : referrersTo(changed, lost);
};

const duplicateItem = (
  definition: QuestionnaireDefinition,
  code: string,
  reserved: ReadonlySet<string>,
): AppliedEdit => {
  const location = requireItem(definition, code);
  const copy = duplicateOf(definition, location.item, pageOfItem(definition, code) ?? '', reserved);
  const place = { parent: location.parent, after: codesBefore(location.siblings, location.index + 1) };
  return addItem(definition, copy, place);
};

const moveItem = (definition: QuestionnaireDefinition, code: string, place: Place): AppliedEdit => {
  const location = requireItem(definition, code);
  refuseBlockInBlock(location.item, place);
  const moved = insertItem(removeItem(definition, location), location.item, place);
  return {
    definition: moved,
    inverse: { kind: 'move-item', code, place: placeOf(location) },
    subject: code,
    referrers: brokenByOrder(moved, location.item),
  };
};

const deleteItem = (definition: QuestionnaireDefinition, code: string): AppliedEdit => {
  const location = requireItem(definition, code);
  const left = removeItem(definition, location);
  return {
    definition: left,
    inverse: { kind: 'add-item', item: location.item, place: placeOf(location) },
    subject: code,
    referrers: referrersTo(left, [location.item, ...innerItems(location.item)].flatMap(codesIn)),
  };
};

const changeFrame = (definition: QuestionnaireDefinition, { title, lead, minutes }: FrameTexts): AppliedEdit => ({
  definition: { ...definition, title, lead, minutes },
  inverse: {
    kind: 'change-frame',
    frame: { title: definition.title, lead: definition.lead, minutes: definition.minutes },
  },
  subject: 'wstep',
  referrers: [],
});
