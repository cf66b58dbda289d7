import { choicesOfScale } from './convert-kind';
import { EMPTY_CHOICE, choicesInText } from './long-list';
import { fieldOf, type ItemForm, type RowForm } from './item-form';
import type { FormStep, List } from './posted-form';

const EMPTY_ROW: RowForm = { was: '', code: '', text: '', shownIf: '', comparison: '' };

type LineStep = Extract<FormStep, { readonly list: List }>;

export interface ChangedLines {
  readonly form: ItemForm;
  /** The line that should have the focus now; -1 for the button that adds. */
  readonly focus: number;
}

/** The form with a line more, less or elsewhere. */
export const changeLines = (form: ItemForm, step: LineStep): ChangedLines => {
  const length = step.list === 'odpowiedzi' ? form.choices.length : form.rows.length;
  const change = <Line>(lines: readonly Line[], empty: Line): readonly Line[] => changed(lines, empty, step);
  return {
    form:
      step.list === 'odpowiedzi'
        ? { ...form, choices: change(form.choices, EMPTY_CHOICE) }
        : { ...form, rows: change(form.rows, EMPTY_ROW) },
    focus: focusAfter(step, length),
  };
};

const changed = <Line>(lines: readonly Line[], empty: Line, step: LineStep): readonly Line[] => {
  if (step.kind === 'add-line') return [...lines, empty];
  const rest = lines.filter((_, index) => index !== step.index);
  const line = lines[step.index];
  if (step.kind === 'remove-line' || line === undefined) return rest;
  const at = step.index + (step.kind === 'line-up' ? -1 : 1);
  return [...rest.slice(0, Math.max(0, at)), line, ...rest.slice(Math.max(0, at))];
};

/** After adding: the new line; after removing: the one that took its place; after moving: the one that moved. */
const focusAfter = (step: LineStep, length: number): number => {
  if (step.kind === 'add-line') return length;
  if (step.kind === 'remove-line') return Math.min(step.index, length - 2);
  return Math.min(Math.max(0, step.index + (step.kind === 'line-up' ? -1 : 1)), length - 1);
};

/** The answers of the named scale that is chosen in the form, in place of those that stand there. */
export const withScale = (form: ItemForm): ItemForm => {
  const choices = choicesOfScale(fieldOf(form, 'skala'));
  return choices.length === 0 ? form : { ...form, choices };
};

const SEPARATOR = /\t|\s*\|\s*/;

/**
 * Lines that a person pasted, from a text or a spreadsheet, added to the answers: `label`, or `code | label | value`. What
 * has been there stays.
 */
export const withPasted = (form: ItemForm, text: string, list: List): ItemForm => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (list === 'wiersze') {
    const rows = lines.map((line): RowForm => {
      const [first = '', second] = line.trim().split(SEPARATOR);
      return second === undefined ? { ...EMPTY_ROW, text: first } : { ...EMPTY_ROW, code: first, text: second };
    });
    return { ...form, rows: [...form.rows.filter((row) => row.text !== ''), ...rows] };
  }
  const choices = choicesInText(text);
  return { ...form, choices: [...form.choices.filter(({ label }) => label !== ''), ...choices] };
};
