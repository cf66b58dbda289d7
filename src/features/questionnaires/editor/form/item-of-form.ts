import type { Item } from '../../domain';
import { isFieldCode, LONGEST_CODE } from '../../domain/edit';
import { choicesOf, rowsOf } from './lists-of-form';
import { fieldOf, hasPart, type FieldName, type FormPart, type ItemForm } from './item-form';
import { createReader, type Reader } from './read-fields';

export type FormFault =
  | 'too-long'
  | 'not-a-number'
  | 'not-whole'
  | 'code-shape'
  | 'code-taken'
  | 'row-code-taken'
  | 'choice-shape'
  | 'choice-twice'
  | 'not-a-day'
  | 'expression'
  | 'wording-choice'
  | 'answered'
  | 'too-many';

/** What keeps the form from being saved, and where. */
export interface FormIssue {
  readonly part: FormPart;
  /** Row of the list, from 0; absent for a field. */
  readonly index?: number;
  readonly fault: FormFault;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface FormReading {
  readonly item: Item;
  readonly issues: readonly FormIssue[];
}

/**
 * The item that a form describes. What the form does not show stays as it was: its condition, its entry in the bank, the
 * items of a block. A draft may be unfinished, so only what cannot be stored at all is an issue.
 */
export const itemOf = (form: ItemForm, before: Item): FormReading => {
  const issues: FormIssue[] = [];
  const read = createReader(form, issues);
  const code = read.text('kod').trim();
  if (!isFieldCode(code)) issues.push({ part: 'kod', fault: 'code-shape', details: { longest: LONGEST_CODE } });
  const item = { ...commonOf(form, read, before), ...ownOf(form, read, before, issues), code } as Item;
  return { item, issues };
};

const commonOf = (form: ItemForm, read: Reader, before: Item): object => ({
  text: read.text('tekst'),
  ...optionalText(form, read, 'wskazowka', 'hint'),
  ...optionalText(form, read, 'kryterium', 'criterion'),
  ...optionalText(form, read, 'porownanie', 'comparisonCode'),
  ...flagged(form, 'wymagane', 'required'),
  ...flagged(form, 'losowo', 'random'),
  ...flagged(form, 'wrazliwe', 'sensitive'),
  ...optionalText(form, read, 'ograniczenie', 'constraint'),
  ...optionalText(form, read, 'ograniczenie-tekst', 'constraintText'),
  ...(before.shownIf === undefined ? {} : { shownIf: before.shownIf }),
  ...(before.wording === undefined ? {} : { wording: before.wording }),
  ...(before.bank === undefined ? {} : { bank: before.bank }),
});

const optionalText = (form: ItemForm, read: Reader, name: FieldName, property: string): object => {
  const text = hasPart(form.kind, name) ? read.text(name).trim() : '';
  return text === '' ? {} : { [property]: text };
};

const flagged = (form: ItemForm, name: FieldName, property: string): object =>
  hasPart(form.kind, name) && fieldOf(form, name) === '1' ? { [property]: true } : {};

const ownOf = (form: ItemForm, read: Reader, before: Item, issues: FormIssue[]): object => {
  const { kind } = form;
  const choices = () => choicesOf(form, issues);
  const rows = () => rowsOf(form, issues);
  const optional = (property: string, value: string | number | undefined): object =>
    value === undefined || value === '' ? {} : { [property]: value };
  switch (kind) {
    case 'information':
      return { kind, ...flagged(form, 'konczy', 'ends') };
    case 'single':
      return {
        kind,
        choices: choices(),
        ...optional('scale', fieldOf(form, 'skala')),
        ...(fieldOf(form, 'lista') === '1' ? { appearance: 'minimal' } : {}),
      };
    case 'multiple':
      return { kind, choices: choices(), ...optional('most', read.optionalWhole('najwiecej', 1)) };
    case 'ranking':
      return { kind, choices: choices(), most: read.whole('najwiecej', 1) };
    case 'battery':
      return { kind, ...optional('scale', fieldOf(form, 'skala')), choices: choices(), rows: rows() };
    case 'scale0to10':
      return { kind, lowLabel: read.text('poczatek'), highLabel: read.text('koniec') };
    case 'number':
      return {
        kind,
        least: read.number('od'),
        most: read.number('do'),
        ...optional('unit', read.text('jednostka').trim()),
        ...flagged(form, 'calkowita', 'whole'),
        ...optional('notAbove', fieldOf(form, 'limit')),
      };
    case 'territory':
      return { kind, level: fieldOf(form, 'poziom') === 'powiat' ? 'powiat' : 'gmina' };
    case 'open':
      return { kind, longest: read.whole('dlugosc', 1), ...flagged(form, 'jedna-linia', 'oneLine') };
    case 'date':
      return {
        kind,
        ...optional('earliest', read.day('najwczesniej')),
        ...optional('latest', read.day('najpozniej')),
      };
    case 'email':
      return { kind };
    case 'sum':
      return { kind, rows: rows(), total: read.number('suma'), ...optional('unit', read.text('jednostka').trim()) };
    case 'consent':
      return { kind, agreeLabel: read.text('zgoda'), declineLabel: read.text('odmowa') };
    case 'calculated':
      return { kind, expression: read.text('wyrazenie').trim() };
    case 'repeat':
      return {
        kind,
        over: fieldOf(form, 'powtarza'),
        ...optional('most', read.optionalWhole('razy', 1)),
        items: before.kind === 'repeat' ? before.items : [],
      };
  }
};
