import type { ItemKind } from '../../domain';

/** Names of the fields of an item's form, as they are posted. Flags are `1` or empty. */
export const FIELD_NAMES = [
  'tekst',
  'wskazowka',
  'kod',
  'kryterium',
  'porownanie',
  'wymagane',
  'losowo',
  'wrazliwe',
  'ograniczenie',
  'ograniczenie-tekst',
  'skala',
  'lista',
  'najwiecej',
  'od',
  'do',
  'jednostka',
  'calkowita',
  'limit',
  'poziom',
  'dlugosc',
  'jedna-linia',
  'najwczesniej',
  'najpozniej',
  'suma',
  'zgoda',
  'odmowa',
  'wyrazenie',
  'powtarza',
  'razy',
  'konczy',
  'poczatek',
  'koniec',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

export interface ChoiceForm {
  /** The code it had when the form was made; empty for a new row. */
  readonly was: string;
  readonly code: string;
  readonly label: string;
  readonly value: string;
  /** `98+wyklucza`, `inna`, … */
  readonly role: string;
}

export interface RowForm {
  readonly was: string;
  readonly code: string;
  readonly text: string;
  readonly shownIf: string;
  readonly comparison: string;
}

/** An item as a person sees it in the form: texts only, also those that cannot be read yet. */
export interface ItemForm {
  readonly kind: ItemKind;
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  readonly choices: readonly ChoiceForm[];
  readonly rows: readonly RowForm[];
}

/** A property of the form: a field, or the list of choices or rows. */
export type FormPart = FieldName | 'odpowiedzi' | 'wiersze';

const EVERY: readonly FieldName[] = ['tekst', 'kod', 'porownanie'];
const ASKED: readonly FieldName[] = [
  ...EVERY,
  'wskazowka',
  'kryterium',
  'wymagane',
  'wrazliwe',
  'ograniczenie',
  'ograniczenie-tekst',
];

const PARTS: Readonly<Record<ItemKind, readonly FormPart[]>> = {
  information: [...EVERY, 'wskazowka', 'kryterium', 'konczy'],
  single: [...ASKED, 'losowo', 'skala', 'lista', 'odpowiedzi'],
  multiple: [...ASKED, 'losowo', 'najwiecej', 'odpowiedzi'],
  battery: [...ASKED, 'losowo', 'skala', 'odpowiedzi', 'wiersze'],
  scale0to10: [...ASKED, 'poczatek', 'koniec'],
  number: [...ASKED, 'od', 'do', 'jednostka', 'calkowita', 'limit'],
  ranking: [...ASKED, 'losowo', 'najwiecej', 'odpowiedzi'],
  territory: [...ASKED, 'poziom'],
  open: [...ASKED, 'dlugosc', 'jedna-linia'],
  date: [...ASKED, 'najwczesniej', 'najpozniej'],
  email: ASKED,
  sum: [...ASKED, 'losowo', 'suma', 'jednostka', 'wiersze'],
  consent: [...ASKED, 'zgoda', 'odmowa'],
  calculated: [...EVERY, 'kryterium', 'wyrazenie'],
  repeat: [...EVERY, 'wskazowka', 'powtarza', 'razy'],
};

/** What the form of this kind of item holds. */
export const partsOf = (kind: ItemKind): readonly FormPart[] => PARTS[kind];
export const hasPart = (kind: ItemKind, part: FormPart): boolean => PARTS[kind].includes(part);

/** In the order in which people are offered them. */
export const ITEM_KINDS: readonly ItemKind[] = [
  'single',
  'multiple',
  'battery',
  'scale0to10',
  'ranking',
  'open',
  'number',
  'sum',
  'date',
  'territory',
  'email',
  'information',
  'consent',
  'calculated',
  'repeat',
];

export const isItemKind = (text: string): text is ItemKind => (ITEM_KINDS as readonly string[]).includes(text);

export const fieldOf = ({ fields }: ItemForm, name: FieldName): string => fields[name] ?? '';
