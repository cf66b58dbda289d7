import type { Item, Page, QuestionnaireDefinition } from '../definition';

/** An item where it stands; items of a block follow it as if they stood on the page. */
export interface PlacedItem {
  /** Unique in its version, even where a draft uses a code twice. */
  readonly key: string;
  readonly item: Item;
  readonly page: Page;
}

export const placedItems = ({ pages }: QuestionnaireDefinition): readonly PlacedItem[] => {
  const seen = new Map<string, number>();
  const place = (page: Page, items: readonly Item[]): readonly PlacedItem[] =>
    items.flatMap((item) => {
      const times = (seen.get(item.code) ?? 0) + 1;
      seen.set(item.code, times);
      const key = times === 1 ? item.code : `${item.code}#${times}`;
      return [{ key, item, page }, ...(item.kind === 'repeat' ? place(page, item.items) : [])];
    });
  return pages.flatMap((page) => place(page, page.items));
};

/** Two lists matched by key: what both have, what came and what went. */
export interface Matched<Thing> {
  readonly kept: readonly { readonly key: string; readonly before: Thing; readonly after: Thing }[];
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
}

export const matchBy = <Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Matched<Thing> => {
  const [old, young] = [before, after].map((things) => new Map(things.map((thing) => [keyOf(thing), thing])));
  const earlier = (thing: Thing) => old?.get(keyOf(thing));
  return {
    kept: after.flatMap((thing) => {
      const match = earlier(thing);
      return match === undefined ? [] : [{ key: keyOf(thing), before: match, after: thing }];
    }),
    added: after.filter((thing) => earlier(thing) === undefined),
    removed: before.filter((thing) => !young?.has(keyOf(thing))),
  };
};
