import type { Choice, Item } from './definition';
import type { Condition } from './expression';
import type { Choices, Field } from './field';

const LONGEST_OTHER_TEXT = 200;

/** Form name of the text beside a choice like "inna, jaka?". */
export const otherTextCode = (itemCode: string): string => `${itemCode}_inne`;

/** The answerable fields of an item, in the order of the page; none for information. */
export const fieldsOf = (
  item: Item,
  page: number,
  read: (expression: string) => Condition | null,
): readonly Field[] => {
  if (item.kind === 'information') return [];
  if (item.kind === 'battery')
    return item.rows.map((row) => ({
      ...baseOf(item, page),
      kind: 'row',
      code: row.code,
      row,
      text: row.text,
      shownIf: row.shownIf === undefined ? null : read(row.shownIf),
      choices: choicesByCode(item.choices),
    }));
  return [mainField(item, page), ...otherText(item, page)];
};

const baseOf = (item: Item, page: number) => ({
  code: item.code,
  page,
  item,
  row: null,
  text: item.text,
  required: item.required === true,
  shownIf: null,
});

const mainField = (item: Exclude<Item, { kind: 'information' | 'battery' }>, page: number): Field => {
  const base = baseOf(item, page);
  switch (item.kind) {
    case 'single':
      return { ...base, kind: 'single', choices: choicesByCode(item.choices) };
    case 'scale0to10':
      return { ...base, kind: 'scale0to10', choices: ZERO_TO_TEN };
    case 'multiple':
      return {
        ...base,
        kind: 'multiple',
        choices: choicesByCode(item.choices),
        most: item.most ?? item.choices.length,
      };
    case 'ranking':
      return { ...base, kind: 'ranking', choices: choicesByCode(item.choices), most: item.most };
    case 'number': {
      const { least, most, whole = false, notAbove = null } = item;
      return { ...base, kind: 'number', least, most, whole, notAbove };
    }
    case 'territory':
      return { ...base, kind: 'territory', level: item.level };
    case 'open':
      return { ...base, kind: 'open', longest: item.longest };
  }
};

const otherText = (item: Item, page: number): readonly Field[] => {
  const choice = 'choices' in item ? item.choices.find(({ other }) => other) : undefined;
  if (choice === undefined) return [];
  return [
    {
      ...baseOf(item, page),
      kind: 'other-text',
      code: otherTextCode(item.code),
      text: choice.label,
      of: item.code,
      required: false,
      shownIf: { kind: 'selected', code: item.code, choice: choice.code },
      longest: LONGEST_OTHER_TEXT,
    },
  ];
};

const choicesByCode = (choices: readonly Choice[]): Choices => new Map(choices.map((choice) => [choice.code, choice]));

const ZERO_TO_TEN: Choices = choicesByCode(
  Array.from({ length: 11 }, (_, value) => ({ code: String(value), label: String(value), value })),
);
