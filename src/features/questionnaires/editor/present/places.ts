import type { Translator } from '../../../../platform/i18n';
import type { Item, QuestionnaireDefinition } from '../../domain';
import { innerItems } from '../../domain/edit';
import type { OptionView } from './fields';
import { itemLabel, itemNumbers, pageName } from './outline';

/** Every place an item can be moved to: the beginning of a page or block, or after another item. */
export const presentPlaces = (
  t: Translator['t'],
  definition: QuestionnaireDefinition,
  moved: Item,
): readonly OptionView[] => {
  const numbers = itemNumbers(definition);
  const after = (item: Item): Omit<OptionView, 'isSelected'> => ({
    value: `po:${item.code}`,
    text: t('editor:place.after', { number: numbers.get(item.code) ?? '–', label: itemLabel(t, item) }),
  });
  const canStandInBlocks = moved.kind !== 'repeat';
  const places = definition.pages.flatMap(({ id, title, items }, index) => [
    { value: `strona:${id}`, text: t('editor:place.page-start', { page: pageName(t, index, title) }) },
    ...items.flatMap((item) => [
      after(item),
      ...(item.kind === 'repeat' && canStandInBlocks
        ? [
            { value: `blok:${item.code}`, text: t('editor:place.block-start', { code: item.code }) },
            ...innerItems(item).map(after),
          ]
        : []),
    ]),
  ]);
  const here = `po:${moved.code}`;
  const at = places.findIndex(({ value }) => value === here);
  const chosen = places[at - 1]?.value;
  return places
    .filter(({ value }) => value !== here)
    .map((place) => ({ ...place, isSelected: place.value === chosen }));
};
