import type { AskedItem, Choice } from './definition';
import type { Condition, Expression } from './expression';
import type { Choices, Field, IsPlace } from './field';

const LONGEST_OTHER_TEXT = 200;

/** Form name of the text beside a choice like "inna, jaka?". */
export const otherTextCode = (itemCode: string): string => `${itemCode}_inne`;

/** Where fields stand and how their expressions are read. */
export interface FieldSetting {
  readonly page: number;
  readonly read: (expression: string) => Expression;
  readonly isPlace: IsPlace;
}

/** The fields of an item, in the order of the page; none for information. */
export const fieldsOf = (item: AskedItem, setting: FieldSetting): readonly Field[] => {
  if (item.kind === 'information') return [];
  if (item.kind === 'battery' || item.kind === 'sum') return rowFields(item, setting);
  return [mainField(item, setting), ...otherText(item, setting)];
};

/** Codes of those fields, known without reading any expression. */
export const fieldCodesOf = (item: AskedItem): readonly string[] => {
  if (item.kind === 'information') return [];
  if (item.kind === 'battery' || item.kind === 'sum') return item.rows.map(({ code }) => code);
  return [item.code, ...(otherChoiceOf(item) === undefined ? [] : [otherTextCode(item.code)])];
};

const baseOf = (item: AskedItem, { page, read }: FieldSetting) => ({
  code: item.code,
  page,
  item,
  row: null,
  text: item.text,
  required: item.required === true,
  shownIf: null,
  constraint: item.constraint === undefined ? null : read(item.constraint),
});

type ItemOf<Kind extends AskedItem['kind']> = Extract<AskedItem, { kind: Kind }>;

const rowFields = (item: ItemOf<'battery' | 'sum'>, setting: FieldSetting): readonly Field[] => {
  const base = baseOf(item, setting);
  const kind =
    item.kind === 'sum'
      ? ({ kind: 'part', total: item.total } as const)
      : ({ kind: 'row', choices: choicesByCode(item.choices) } as const);
  return item.rows.map((row) => ({
    ...base,
    ...kind,
    code: row.code,
    row,
    text: row.text,
    shownIf: row.shownIf === undefined ? null : setting.read(row.shownIf),
  }));
};

const mainField = (
  item: Exclude<AskedItem, { kind: 'information' | 'battery' | 'sum' }>,
  setting: FieldSetting,
): Field => {
  const base = baseOf(item, setting);
  switch (item.kind) {
    case 'single':
      return { ...base, kind: 'single', choices: choicesByCode(item.choices) };
    case 'consent':
      return { ...base, kind: 'consent', choices: choicesByCode(consentChoices(item)) };
    case 'scale0to10':
      return { ...base, kind: 'scale0to10', choices: ZERO_TO_TEN };
    case 'multiple':
    case 'ranking': {
      const { kind, choices, most = choices.length } = item;
      return { ...base, kind, choices: choicesByCode(choices), most };
    }
    case 'number': {
      const { least, most, whole = false, notAbove = null } = item;
      return { ...base, kind: 'number', least, most, whole, notAbove };
    }
    case 'date':
      return { ...base, kind: 'date', earliest: item.earliest ?? null, latest: item.latest ?? null };
    case 'territory':
      return { ...base, kind: 'territory', level: item.level, isPlace: setting.isPlace };
    case 'open':
      return { ...base, kind: 'open', longest: item.longest };
    case 'email':
      return { ...base, kind: 'email' };
    case 'calculated':
      return { ...base, kind: 'calculated', required: false, expression: setting.read(item.expression) };
  }
};

const otherChoiceOf = (item: AskedItem): Choice | undefined =>
  'choices' in item ? item.choices.find(({ other }) => other) : undefined;

const otherText = (item: AskedItem, setting: FieldSetting): readonly Field[] => {
  const choice = otherChoiceOf(item);
  if (choice === undefined) return [];
  const shownIf: Condition = { kind: 'selected', code: item.code, choice: choice.code };
  return [
    {
      ...baseOf(item, setting),
      kind: 'other-text',
      code: otherTextCode(item.code),
      text: choice.label,
      of: item.code,
      required: false,
      shownIf,
      constraint: null,
      longest: LONGEST_OTHER_TEXT,
    },
  ];
};

const choicesByCode = (choices: readonly Choice[]): Choices => new Map(choices.map((choice) => [choice.code, choice]));

const consentChoices = ({ agreeLabel, declineLabel }: ItemOf<'consent'>): readonly Choice[] => [
  { code: 'tak', label: agreeLabel },
  { code: 'nie', label: declineLabel },
];

const ZERO_TO_TEN: Choices = choicesByCode(
  Array.from({ length: 11 }, (_, value) => ({ code: String(value), label: String(value), value })),
);
