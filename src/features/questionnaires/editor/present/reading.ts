import type { Translator } from '../../../../platform/i18n';
import type { Item } from '../../domain';
import type { Desk } from '../../open-desk';
import { describeCondition } from '../../proof';
import { itemNumbers } from './outline';

/** An item in words, for those who read it and say what they think. */
export const presentReading = (translator: Translator, desk: Desk, item: Item) => {
  const { t } = translator;
  const { definition } = desk.draft;
  const number = itemNumbers(definition).get(item.code);
  return {
    heading: number === undefined ? t(`editor:kind.${item.kind}`) : t('editor:item.heading.question', { number }),
    code: item.code,
    kind: t(`editor:kind.${item.kind}`),
    text: item.text,
    hint: item.hint ?? null,
    rows: 'rows' in item ? item.rows.map(({ text }) => text) : [],
    choices: 'choices' in item ? item.choices.map(({ label }) => label) : [],
    facts: [
      ...(item.required === true ? [t('editor:field.wymagane')] : []),
      ...(item.random === true ? [t('editor:field.losowo')] : []),
      ...(item.sensitive === true ? [t('editor:field.wrazliwe')] : []),
    ],
    condition: describeCondition(translator, item.shownIf, definition),
  };
};
