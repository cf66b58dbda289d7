import { SCALES } from '../../templates';
import type { Choice, Item, ItemKind } from '../../domain';
import { choiceForm, formOf } from './form-of-item';
import { itemOf } from './item-of-form';
import { FIELD_NAMES, hasPart, partsOf, type FieldName, type FormPart, type ItemForm } from './item-form';

/** What a kind of item begins with; the questionnaire itself is Polish. */
const DEFAULTS: Readonly<Partial<Record<FieldName, string>>> = {
  najwiecej: '',
  od: '0',
  do: '100',
  poziom: 'gmina',
  dlugosc: '1000',
  suma: '100',
  zgoda: 'Zgadzam się',
  odmowa: 'Nie zgadzam się',
  poczatek: 'zdecydowanie nie',
  koniec: 'zdecydowanie tak',
};
const RANKED_AT_MOST = '3';

/** A new, empty item. */
export const blankItem = (kind: ItemKind, code: string): Item => {
  const nothing: Item = { kind: 'email', code, text: '' };
  const { form } = convertKind(formOf(nothing), kind);
  return itemOf(form, nothing).item;
};

export interface Conversion {
  readonly form: ItemForm;
  /** Parts that were filled in and have no place in the new kind. */
  readonly lost: readonly FormPart[];
}

/** The form as another kind of item: what both kinds have stays, the rest begins with what is usual. */
export const convertKind = (form: ItemForm, kind: ItemKind): Conversion => {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const name of FIELD_NAMES) {
    if (!hasPart(kind, name)) continue;
    fields[name] = hasPart(form.kind, name) ? (form.fields[name] ?? '') : defaultOf(kind, name);
  }
  if (kind === 'ranking' && fields.najwiecej === '') fields.najwiecej = RANKED_AT_MOST;
  const keepsChoices = hasPart(form.kind, 'odpowiedzi') && form.choices.length > 0;
  const choices = hasPart(kind, 'odpowiedzi') ? (keepsChoices ? form.choices : firstChoices(kind)) : [];
  if (!keepsChoices && kind === 'battery') fields.skala = 'AGREE5';
  return {
    form: {
      kind,
      fields,
      choices: choices.map((choice) => fitted(choice, kind)),
      rows: hasPart(kind, 'wiersze') ? form.rows : [],
    },
    lost: partsOf(form.kind).filter((part) => !hasPart(kind, part) && isFilled(form, part)),
  };
};

const defaultOf = (kind: ItemKind, name: FieldName): string =>
  name === 'skala' && kind === 'battery' ? '' : (DEFAULTS[name] ?? '');

const firstChoices = (kind: ItemKind): ItemForm['choices'] =>
  kind === 'battery'
    ? choicesOfScale('AGREE5')
    : ['1', '2'].map((code) => ({ was: '', code, label: '', value: '', role: '' }));

/** Only a multiple choice has answers that exclude others. */
const fitted = (choice: ItemForm['choices'][number], kind: ItemKind): ItemForm['choices'][number] =>
  kind === 'multiple' ? choice : { ...choice, role: choice.role.replace(/\+?wyklucza$/, '') };

const isFilled = (form: ItemForm, part: FormPart): boolean => {
  if (part === 'odpowiedzi') return form.choices.some(({ label }) => label !== '');
  if (part === 'wiersze') return form.rows.some(({ text }) => text !== '');
  const value = form.fields[part] ?? '';
  return value !== '' && value !== DEFAULTS[part];
};

export const NAMED_SCALES = Object.keys(SCALES) as readonly (keyof typeof SCALES)[];

/** The answers of a named scale; none where nobody has named it. */
export const choicesOfScale = (scale: string): ItemForm['choices'] =>
  ((SCALES as Readonly<Record<string, readonly Choice[]>>)[scale] ?? []).map((choice) => ({
    ...choiceForm(choice),
    was: '',
  }));
