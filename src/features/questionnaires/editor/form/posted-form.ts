import type { ItemKind } from '../../domain';
import type { ItemInput } from '../inputs';
import { choicesInText, EMPTY_CHOICE } from './long-list';
import { FIELD_NAMES, hasPart, type ChoiceForm, type FieldName, type ItemForm, type RowForm } from './item-form';

/** What the buttons of the form ask for. */
export type FormStep =
  | {
      readonly kind: 'save' | 'autosave' | 'up' | 'down' | 'duplicate' | 'delete' | 'kind' | 'scale' | 'paste' | 'bank';
    }
  | { readonly kind: 'add-line'; readonly list: List }
  | { readonly kind: 'remove-line' | 'line-up' | 'line-down'; readonly list: List; readonly index: number };

export type List = 'odpowiedzi' | 'wiersze';

const STEPS: Readonly<Record<string, FormStep>> = {
  zapisz: { kind: 'save' },
  autozapis: { kind: 'autosave' },
  gora: { kind: 'up' },
  dol: { kind: 'down' },
  powiel: { kind: 'duplicate' },
  usun: { kind: 'delete' },
  'zmien-typ': { kind: 'kind' },
  'wstaw-skale': { kind: 'scale' },
  wklej: { kind: 'paste' },
  'do-banku': { kind: 'bank' },
  'dodaj-odpowiedzi': { kind: 'add-line', list: 'odpowiedzi' },
  'dodaj-wiersze': { kind: 'add-line', list: 'wiersze' },
};
const LINE_STEP = /^(usun|gora|dol)-(odpowiedzi|wiersze)-(\d{1,3})$/;
const LINE_KINDS = { usun: 'remove-line', gora: 'line-up', dol: 'line-down' } as const;

/** An unknown button saves: nothing typed may be lost. */
const stepOf = ({ akcja }: Pick<ItemInput, 'akcja'>): FormStep => {
  const [, act, list, index] = LINE_STEP.exec(akcja) ?? [];
  if (act !== undefined)
    return { kind: LINE_KINDS[act as keyof typeof LINE_KINDS], list: list as List, index: Number(index) };
  return STEPS[akcja] ?? { kind: 'save' };
};

export interface Posted {
  readonly form: ItemForm;
  readonly step: FormStep;
}

/** The form as it was posted, and what was asked for. */
export const postedForm = (input: ItemInput): Posted => {
  const plain = plainForm(input);
  const form = withToggles(plain, input);
  const step = stepOf(input);
  if (!('index' in step)) return { form, step };
  // A box may have added or removed a line before the one that the button means.
  const index =
    step.list === 'odpowiedzi'
      ? form.choices.indexOf(plain.choices[step.index] ?? EMPTY_CHOICE)
      : Math.min(step.index, form.rows.length);
  return { form, step: { ...step, index } };
};

/** For the kind it was made for. */
const plainForm = (input: ItemInput): ItemForm => {
  const kind = input['typ-byl'] as ItemKind;
  const posted = input as Readonly<Partial<Record<FieldName, string>>>;
  const fields = Object.fromEntries(
    FIELD_NAMES.filter((name) => hasPart(kind, name)).map((name) => [name, posted[name] ?? '']),
  );
  return { kind, fields, choices: choicesIn(input), rows: rowsIn(input) };
};

const choicesIn = (input: ItemInput): readonly ChoiceForm[] => {
  const whole = input['lista-odpowiedzi'];
  if (whole !== undefined) return choicesInText(whole);
  return input['o-tekst'].map((label, index) => ({
    was: input['o-bylo'][index] ?? '',
    code: input['o-kod'][index] ?? '',
    label,
    value: input['o-wartosc'][index] ?? '',
    role: input['o-rola'][index] ?? '',
  }));
};

const rowsIn = (input: ItemInput): readonly RowForm[] =>
  input['w-tekst'].map((text, index) => ({
    was: input['w-bylo'][index] ?? '',
    code: input['w-kod'][index] ?? '',
    text,
    shownIf: input['w-warunek'][index] ?? '',
    comparison: input['w-porownanie'][index] ?? '',
  }));

const TOGGLES = [
  { name: 'nd', missing: '97', label: 'nie dotyczy' },
  { name: 'tp', missing: '98', label: 'trudno powiedzieć' },
] as const;

export const hasMissing = ({ choices }: Pick<ItemForm, 'choices'>, missing: string): boolean =>
  choices.some(({ role }) => role.split('+').includes(missing));

/** "Nie dotyczy" and "Trudno powiedzieć" are choices that a box adds and takes away. */
const withToggles = (form: ItemForm, input: ItemInput): ItemForm => {
  if (!hasPart(form.kind, 'odpowiedzi') || form.kind === 'ranking') return form;
  const role = (missing: string): string => (form.kind === 'multiple' ? `${missing}+wyklucza` : missing);
  return TOGGLES.reduce<ItemForm>((now, { name, missing, label }) => {
    const isWanted = input[name] === '1';
    if (isWanted === hasMissing(now, missing)) return now;
    const choices = isWanted
      ? [...now.choices, { was: '', code: missing, label, value: '', role: role(missing) }]
      : now.choices.filter((choice) => !choice.role.split('+').includes(missing));
    return { ...now, choices };
  }, form);
};
