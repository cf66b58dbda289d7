import type { AskedItem, Choice } from './definition';

/** The same item with every text that a respondent reads changed. */
export const mapTexts = <Kind extends AskedItem>(item: Kind, change: (text: string) => string): Kind => {
  const optional = (key: 'hint' | 'constraintText') => (item[key] === undefined ? {} : { [key]: change(item[key]) });
  const labels = Object.entries(item).flatMap(([key, value]) =>
    LABELS.has(key) && typeof value === 'string' ? [[key, change(value)] as const] : [],
  );
  return {
    ...item,
    text: change(item.text),
    ...optional('hint'),
    ...optional('constraintText'),
    ...('choices' in item
      ? { choices: item.choices.map((choice: Choice) => ({ ...choice, label: change(choice.label) })) }
      : {}),
    ...('rows' in item ? { rows: item.rows.map((row) => ({ ...row, text: change(row.text) })) } : {}),
    ...Object.fromEntries(labels),
  };
};

const LABELS: ReadonlySet<string> = new Set(['unit', 'lowLabel', 'highLabel', 'agreeLabel', 'declineLabel']);

/** Every text of the item that a respondent reads. */
export const textsOfItem = (item: AskedItem): readonly string[] => {
  const texts: string[] = [];
  mapTexts(item, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
};
