import type { Translator } from '../../../../platform/i18n';
import { CRITERIA, type ItemKind, type QuestionnaireDefinition } from '../../domain';
import { allItems, codesIn, locateItem } from '../../domain/edit';
import { NAMED_SCALES } from '../form/convert-kind';
import { fieldOf, hasPart, type FieldName, type ItemForm } from '../form/item-form';
import { itemLabel } from './outline';

export interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly isSelected: boolean;
}

/** One field of the form, ready to draw. */
export interface FieldView {
  readonly name: FieldName;
  readonly control: 'line' | 'area' | 'code' | 'day' | 'number' | 'select' | 'flag';
  readonly label: string;
  readonly value: string;
  readonly hint: string | null;
  readonly options: readonly OptionView[];
}

const CONTROLS: Readonly<Partial<Record<FieldName, FieldView['control']>>> = {
  tekst: 'area',
  wskazowka: 'line',
  ograniczenie: 'code',
  wyrazenie: 'code',
  kryterium: 'select',
  skala: 'select',
  limit: 'select',
  poziom: 'select',
  powtarza: 'select',
  wymagane: 'flag',
  losowo: 'flag',
  wrazliwe: 'flag',
  lista: 'flag',
  calkowita: 'flag',
  'jedna-linia': 'flag',
  konczy: 'flag',
  najwczesniej: 'day',
  najpozniej: 'day',
  najwiecej: 'number',
  od: 'number',
  do: 'number',
  dlugosc: 'number',
  suma: 'number',
  razy: 'number',
};

/** In the order in which a person fills them in. */
const MAIN: readonly FieldName[] = ['tekst', 'wskazowka', 'wyrazenie', 'powtarza', 'razy', 'poczatek', 'koniec'];
const LIMITS: readonly FieldName[] = [
  'od',
  'do',
  'jednostka',
  'suma',
  'limit',
  'calkowita',
  'najwczesniej',
  'najpozniej',
  'dlugosc',
  'jedna-linia',
  'poziom',
  'najwiecej',
  'zgoda',
  'odmowa',
  'konczy',
];
const CHECKS: readonly FieldName[] = ['ograniczenie', 'ograniczenie-tekst'];
const NAMES: readonly FieldName[] = ['kryterium', 'kod', 'porownanie'];
const FLAGS: readonly FieldName[] = ['wymagane', 'losowo', 'wrazliwe', 'lista'];

export interface FieldGroups {
  readonly main: readonly FieldView[];
  readonly limits: readonly FieldView[];
  readonly checks: readonly FieldView[];
  readonly names: readonly FieldView[];
  readonly flags: readonly FieldView[];
  /** The named scale, above the answers. */
  readonly scale: FieldView | null;
}

export const presentFields = (
  { t, has }: Pick<Translator, 't' | 'has'>,
  definition: QuestionnaireDefinition,
  form: ItemForm,
): FieldGroups => {
  const view = (name: FieldName): FieldView => ({
    name,
    control: CONTROLS[name] ?? 'line',
    label: labelOfField({ t, has }, form.kind, name),
    value: fieldOf(form, name),
    hint: hintOf({ t, has }, form, name),
    options: optionsOf({ t }, definition, form, name).map((option) => ({
      ...option,
      isSelected: option.value === fieldOf(form, name),
    })),
  });
  const group = (names: readonly FieldName[]): readonly FieldView[] =>
    names.filter((name) => hasPart(form.kind, name)).map(view);
  return {
    main: group(MAIN),
    limits: group(LIMITS),
    checks: group(CHECKS),
    names: group(NAMES),
    flags: group(FLAGS),
    scale: hasPart(form.kind, 'skala') ? view('skala') : null,
  };
};

/** Some fields are called otherwise for some kinds: "Treść" of an information, "Nazwa bloku" of a block. */
export const labelOfField = (
  { t, has }: Pick<Translator, 't' | 'has'>,
  kind: ItemKind,
  name: FieldName | 'odpowiedzi' | 'wiersze',
): string => {
  const special = `editor:field-of.${kind}.${name}`;
  return t(has(special) ? special : `editor:field.${name}`);
};

const hintOf = ({ t, has }: Pick<Translator, 't' | 'has'>, form: ItemForm, name: FieldName): string | null => {
  if (name === 'kod') return columnsOf(t, form);
  const key = `editor:hint.${name}`;
  return has(key) ? t(key) : null;
};

/** Names of the columns that the answers fill. */
const columnsOf = (t: Translator['t'], form: ItemForm): string | null => {
  const code = fieldOf(form, 'kod');
  if (form.kind === 'information' || form.kind === 'repeat' || code === '') return null;
  const rows = form.rows.map((row) => row.code).filter((row) => row !== '');
  const [first = code] = rows;
  const last = rows.at(-1) ?? first;
  return first === last ? t('editor:columns.one', { first }) : t('editor:columns.several', { first, last });
};

type Option = Omit<OptionView, 'isSelected'>;

const optionsOf = (
  { t }: Pick<Translator, 't'>,
  definition: QuestionnaireDefinition,
  form: ItemForm,
  name: FieldName,
): readonly Option[] => {
  const none: Option = { value: '', text: t('editor:choose.none') };
  if (name === 'kryterium')
    return [none, ...CRITERIA.map((value) => ({ value, text: t(`editor:criterion.${value}`) }))];
  if (name === 'skala')
    return [
      { value: '', text: t('editor:scale.own') },
      ...NAMED_SCALES.map((value) => ({ value, text: t(`editor:scale.${value}`) })),
    ];
  if (name === 'poziom') return ['gmina', 'powiat'].map((value) => ({ value, text: t(`editor:level.${value}`) }));
  if (name === 'limit') return [none, ...earlierItems(t, definition, form, ['number'])];
  if (name === 'powtarza')
    return [{ value: '', text: t('editor:choose.over') }, ...earlierItems(t, definition, form, ['multiple', 'number'])];
  return [];
};

/** Items asked before this one; the one that is chosen already stays on the list wherever it is. */
const earlierItems = (
  t: Translator['t'],
  definition: QuestionnaireDefinition,
  form: ItemForm,
  kinds: readonly ItemKind[],
): readonly Option[] => {
  const code = fieldOf(form, 'kod');
  const chosen = fieldOf(form, form.kind === 'repeat' ? 'powtarza' : 'limit');
  const items = allItems(definition);
  const at = items.findIndex((item) => item.code === code);
  const earlier = items.filter(
    (item, index) => kinds.includes(item.kind) && (at < 0 || index < at || codesIn(item).includes(chosen)),
  );
  const options = earlier.map((item) => ({ value: item.code, text: `${item.code}. ${itemLabel(t, item)}` }));
  const isListed = chosen === '' || options.some(({ value }) => value === chosen);
  const missing = locateItem(definition, chosen) === undefined ? 'editor:choose.gone' : 'editor:choose.later';
  return isListed ? options : [...options, { value: chosen, text: t(missing, { code: chosen }) }];
};
