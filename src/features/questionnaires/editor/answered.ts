import type { Choice, Item } from '../domain';
import { locateItem } from '../domain/edit';
import type { Desk } from '../open-desk';

/** The item as it was asked last, when people have answered it; undefined for a new item or a questionnaire nobody answered. */
export const answeredItem = (
  { versions, responses }: Pick<Desk, 'versions' | 'responses'>,
  code: string,
): Item | undefined => {
  if (responses === 0) return undefined;
  for (const { definition } of versions) {
    const location = locateItem(definition, code);
    if (location !== undefined) return location.item;
  }
  return undefined;
};

const choicesOf = (item: Item): readonly Choice[] => ('choices' in item ? item.choices : []);
const rowsOf = (item: Item) => ('rows' in item ? item.rows : []);

/** Whether its answers could no longer stand in the same columns: another kind, another name, answers or rows gone. */
export const isOtherVariable = (before: Item, after: Item): boolean => {
  const codes = new Set([...choicesOf(after).map(({ code }) => code), ...rowsOf(after).map(({ code }) => code)]);
  const lost = [...choicesOf(before), ...rowsOf(before)].some(({ code }) => !codes.has(code));
  return before.kind !== after.kind || before.code !== after.code || lost;
};

/** Whether people would read other words than those that were answered. */
export const hasOtherWords = (published: Item, item: Item): boolean => {
  const words = (each: Item): ReadonlyMap<string, string> =>
    new Map([
      ['', each.text],
      ...choicesOf(each).map(({ code, label }) => [`choice ${code}`, label] as const),
      ...rowsOf(each).map(({ code, text }) => [`row ${code}`, text] as const),
    ]);
  const after = words(item);
  return [...words(published)].some(([place, text]) => after.has(place) && after.get(place) !== text);
};
