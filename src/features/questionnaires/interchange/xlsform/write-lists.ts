import type { Choice } from '../../domain';
import type { WrittenRow, Setting } from './write-item';

/** Rows of the sheet `choices`; equal lists are written once, under the name of their scale or of their first question. */
export const createLists = (translationsOf: (key: string) => string) => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const rows: WrittenRow[] = [];
  const listOf: Setting['listOf'] = (item, choices) => {
    const keys = choices.map(({ code }, at) => keyOf(item.code, code, at, choices));
    const contents = JSON.stringify(choices.map((choice, at) => [choice, translationsOf(keys[at] ?? '')]));
    const known = names.get(contents);
    if (known !== undefined) return known;
    const wanted = item.scale ?? item.code;
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`;
    names.set(contents, name);
    taken.add(name);
    choices.forEach((choice, at) => rows.push(choiceRow(name, choice, keys[at] ?? '')));
    return name;
  };
  return { listOf, rows };
};

/** A consent has two texts of its own instead of choices. */
const keyOf = (item: string, choice: string, at: number, choices: readonly Choice[]): string => {
  const isConsent =
    choices.length === 2 && choices[0]?.code === 'tak' && choices[1]?.code === 'nie' && !('value' in choices[0]);
  return isConsent ? `${item}/${at === 0 ? 'agree' : 'decline'}` : `${item}/choice/${choice}`;
};

const choiceRow = (list: string, choice: Choice, key: string): WrittenRow => ({
  cells: {
    list_name: list,
    name: choice.code,
    es_value: choice.value === undefined ? '' : String(choice.value),
    es_missing: choice.missing === undefined ? '' : String(choice.missing),
    es_exclusive: choice.exclusive === true ? '1' : '',
    es_other: choice.other === true ? '1' : '',
  },
  texts: [{ column: 'label', key, polish: choice.label }],
});
