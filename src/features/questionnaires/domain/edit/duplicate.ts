import type { Item, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn, nextItemCode, nextRowCodes } from './codes';
import { locateItem } from './locate';
import type { Rename } from './edit';

/** A copy under codes that are free; rows and items of a block get new ones, too. Conditions stay. */
export const duplicateOf = (
  definition: QuestionnaireDefinition,
  item: Item,
  pageId: string,
  reserved: ReadonlySet<string>,
): Item => {
  const taken = new Set([...reserved, ...allCodes(definition)]);
  const copy = copyOf(item, nextItemCode(definition, pageId, taken), taken);
  if (copy.kind !== 'repeat') return copy;
  for (const code of codesIn(copy)) taken.add(code);
  const items = copy.items.map((inner) => {
    const innerCopy = copyOf(inner, nextItemCode(definition, pageId, taken), taken);
    for (const code of codesIn(innerCopy)) taken.add(code);
    return innerCopy;
  });
  return { ...copy, items: pointedAt(items, copy.items) };
};

const copyOf = (item: Item, code: string, taken: ReadonlySet<string>): Item => {
  const { comparisonCode: _, ...own } = item;
  if (own.kind !== 'battery' && own.kind !== 'sum') return { ...own, code };
  const codes = nextRowCodes(code, own.rows.length, new Set([...taken, code]));
  const rows = own.rows.map(({ comparisonCode: _row, ...row }, index) => ({ ...row, code: codes[index] ?? row.code }));
  return { ...own, code, rows };
};

/** Within a block, conditions speak of the copies. */
const pointedAt = (copies: readonly Item[], originals: readonly Item[]): readonly Item[] => {
  const renames: readonly Rename[] = originals.map(({ code }, index) => ({
    from: code,
    to: copies[index]?.code ?? code,
  }));
  const point = (text: string): string =>
    renames.reduce((pointed, { from, to }) => pointed.replaceAll(`\${${from}}`, `\${${to}}`), text);
  return copies.map((copy) => (copy.shownIf === undefined ? copy : { ...copy, shownIf: point(copy.shownIf) }));
};

/** The page on which an item stands, also from within a block. */
export const pageOfItem = (definition: QuestionnaireDefinition, code: string): string | undefined => {
  const location = locateItem(definition, code);
  if (location === undefined) return undefined;
  return location.parent.kind === 'page' ? location.parent.id : pageOfItem(definition, location.parent.code);
};
