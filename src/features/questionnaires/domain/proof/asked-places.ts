import type { AskedItem, Item, QuestionnaireDefinition } from '../definition';
import type { RemarkPlace } from './remark';

/** An item with its place; items of a block stand for themselves, once. */
export interface PlacedItem extends RemarkPlace {
  readonly item: string;
  readonly field: string;
  readonly page: number;
  readonly asked: AskedItem;
}

export const placedItems = (definition: QuestionnaireDefinition): readonly PlacedItem[] =>
  definition.pages.flatMap(({ items }, index) => items.flatMap((item) => placed(item, index + 1)));

const placed = (item: Item, page: number): readonly PlacedItem[] =>
  item.kind === 'repeat'
    ? item.items.flatMap((inner) => placed(inner, page))
    : [{ item: item.code, field: item.code, page, asked: item }];
