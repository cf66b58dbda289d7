import type { ChoiceForm } from './item-form';

export const EMPTY_CHOICE: ChoiceForm = { was: '', code: '', label: '', value: '', role: '' };

/** From so many answers on, the form holds them as lines of one field: five fields for each would be too many. */
export const LONG_LIST = 60;

/** One answer on each line: code, label, value and role with tabs between, as a spreadsheet would paste them. */
export const textOfChoices = (choices: readonly ChoiceForm[]): string =>
  choices.map(({ code, label, value, role }) => [code, label, value, role].join('\t').trimEnd()).join('\n');

/** Reads such lines; a label alone is an answer, too, and `|` may stand for the tab. */
export const choicesInText = (text: string): readonly ChoiceForm[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = line.includes('\t') ? line.split('\t') : line.split('|');
      const [first = '', second, value = '', role = ''] = parts.map((part) => part.trim());
      return second === undefined
        ? { ...EMPTY_CHOICE, label: first }
        : { was: first, code: first, label: second, value, role };
    });
