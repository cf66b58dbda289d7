import type { Item, QuestionnaireDefinition } from '../definition';
import { EditRefused, type Parent, type Place } from './edit';

export interface Location {
  readonly item: Item;
  readonly parent: Parent;
  readonly siblings: readonly Item[];
  readonly index: number;
}

/** The item of this code, on a page or in a block. */
export const locateItem = (definition: QuestionnaireDefinition, code: string): Location | undefined => {
  for (const { parent, siblings } of parentsOf(definition)) {
    const index = siblings.findIndex((item) => item.code === code);
    const item = siblings[index];
    if (item !== undefined) return { item, parent, siblings, index };
  }
  return undefined;
};

/** @throws EditRefused `item-gone` */
export const requireItem = (definition: QuestionnaireDefinition, code: string): Location => {
  const location = locateItem(definition, code);
  if (location === undefined) throw new EditRefused('item-gone', code);
  return location;
};

/** Every item in the order in which it is asked; a block before the items it repeats. */
export const allItems = (definition: QuestionnaireDefinition): readonly Item[] =>
  definition.pages.flatMap(({ items }) => items.flatMap((item) => [item, ...innerItems(item)]));

export const innerItems = (item: Item): readonly Item[] => (item.kind === 'repeat' ? item.items : []);

const parentsOf = (
  definition: QuestionnaireDefinition,
): readonly { readonly parent: Parent; readonly siblings: readonly Item[] }[] =>
  definition.pages.flatMap(({ id, items }) => [
    { parent: { kind: 'page', id } as const, siblings: items },
    ...items
      .filter((item) => item.kind === 'repeat')
      .map((block) => ({ parent: { kind: 'block', code: block.code } as const, siblings: block.items })),
  ]);

/** @throws EditRefused `page-gone` · `item-gone` */
export const siblingsIn = (definition: QuestionnaireDefinition, parent: Parent): readonly Item[] => {
  if (parent.kind === 'page') {
    const page = definition.pages.find(({ id }) => id === parent.id);
    if (page === undefined) throw new EditRefused('page-gone', parent.id);
    return page.items;
  }
  return innerItems(requireItem(definition, parent.code).item);
};

/** Where the item stands, so that it can be put back there. */
export const placeOf = ({ parent, siblings, index }: Location): Place => ({
  parent,
  after: codesBefore(siblings, index),
});

export const codesBefore = (siblings: readonly Item[], index: number): readonly string[] =>
  siblings
    .slice(0, index)
    .map(({ code }) => code)
    .reverse();

/** Index after the first of `after` that is there, 0 when none is. */
export const indexAfter = (present: readonly string[], after: readonly string[]): number => {
  const nearest = after.find((name) => present.includes(name));
  return nearest === undefined ? 0 : present.indexOf(nearest) + 1;
};

export const inserted = <Member>(list: readonly Member[], index: number, member: Member): readonly Member[] => [
  ...list.slice(0, index),
  member,
  ...list.slice(index),
];

/** The definition with other items in one parent. */
export const withSiblings = (
  definition: QuestionnaireDefinition,
  parent: Parent,
  change: (siblings: readonly Item[]) => readonly Item[],
): QuestionnaireDefinition => ({
  ...definition,
  pages: definition.pages.map((page) => {
    if (parent.kind === 'page') return page.id === parent.id ? { ...page, items: change(page.items) } : page;
    return page.items.some((item) => isBlock(item, parent.code))
      ? {
          ...page,
          items: page.items.map((item) =>
            item.kind === 'repeat' && item.code === parent.code ? { ...item, items: change(item.items) } : item,
          ),
        }
      : page;
  }),
});

const isBlock = (item: Item, code: string): boolean => item.kind === 'repeat' && item.code === code;

export const insertItem = (definition: QuestionnaireDefinition, item: Item, place: Place): QuestionnaireDefinition => {
  const codes = siblingsIn(definition, place.parent).map(({ code }) => code);
  return withSiblings(definition, place.parent, (siblings) => inserted(siblings, indexAfter(codes, place.after), item));
};

export const removeItem = (definition: QuestionnaireDefinition, { parent, index }: Location): QuestionnaireDefinition =>
  withSiblings(definition, parent, (siblings) => siblings.filter((_, at) => at !== index));
