import { z } from 'zod';
import { ITEM_KINDS, FIELD_NAMES } from './form/item-form';

/*
 * Generous limits: what is longer than an item may be is told at its field, with the text kept. These only stop what no
 * person types.
 */
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 5_000;
const MOST_LINES = 600;

const token = z.string().max(300);
const text = z.string().max(LONGEST_TEXT);
/** One line comes as a text, several come as a list. */
const lines = z
  .union([
    z
      .string()
      .max(LONGEST_LINE)
      .transform((line) => [line]),
    z.array(z.string().max(LONGEST_LINE)).max(MOST_LINES),
  ])
  .default([]);
const kind = z.enum(ITEM_KINDS as [string, ...string[]]);
const reference = z.string().max(100);

const fields = Object.fromEntries(FIELD_NAMES.map((name) => [name, text.optional()]));

/** The form of an item. A flag that is sent twice (hidden and box) arrives as a list; the last one counts. */
export const itemInput = z.strictObject({
  _csrf: token,
  odcisk: z.string().max(64),
  akcja: z.string().max(60).default('zapisz'),
  /** The kind the form was made for, and the one chosen since. */
  'typ-byl': kind,
  typ: kind,
  zmiana: z.enum(['literowka', 'tresc']).optional(),
  swiadomie: z.enum(['1']).optional(),
  wklej: text.optional(),
  nd: z.enum(['1']).optional(),
  tp: z.enum(['1']).optional(),
  ...fields,
  /** All answers in one field, where there are many. */
  'lista-odpowiedzi': z.string().max(150_000).optional(),
  'o-bylo': lines,
  'o-kod': lines,
  'o-tekst': lines,
  'o-wartosc': lines,
  'o-rola': lines,
  'w-bylo': lines,
  'w-kod': lines,
  'w-tekst': lines,
  'w-warunek': lines,
  'w-porownanie': lines,
});
export type ItemInput = z.output<typeof itemInput>;

/** A place: `strona:rola`, `blok:O` or `po:K1`. */
const place = z
  .string()
  .regex(/^(strona|blok|po):/)
  .max(140);

export const addItemInput = z.strictObject({ _csrf: token, miejsce: place, typ: kind });
export const moveItemInput = z.strictObject({ _csrf: token, miejsce: place });

export const onlyToken = z.strictObject({ _csrf: token });

export const addPageInput = z.strictObject({ _csrf: token, po: reference.default('') });
export const pageInput = z.strictObject({
  _csrf: token,
  /** Fingerprints of its title and of the page with all its items. */
  odcisk: z.string().max(64),
  calosc: z.string().max(64),
  tytul: text,
  akcja: z.enum(['zapisz', 'gora', 'dol', 'usun']).default('zapisz'),
});

export const frameInput = z.strictObject({
  _csrf: token,
  odcisk: z.string().max(64),
  tytul: text,
  wstep: text,
  minuty: z.string().max(20),
});

export const newQuestionnaireInput = z.strictObject({
  _csrf: token,
  tytul: text.default(''),
  kod: z.string().max(200).default(''),
});

export const commentInput = z.strictObject({ _csrf: token, tresc: text.default('') });

export const itemQuery = z.object({
  po: z.enum(['zapisie', 'dodaniu', 'powieleniu', 'przesunieciu', 'usunieciu', 'cofnieciu', 'uwadze']).optional(),
  kierunek: z.enum(['gora', 'dol']).optional(),
});

/** Rows that the form of a condition can hold; more are written as an expression. */
export const MOST_CONDITION_ROWS = 8;
const picks = Object.fromEntries(
  Array.from({ length: MOST_CONDITION_ROWS }, (_, index) => [`wybor-${index}`, lines] as const),
);

/** The form of a condition: one list for each column of its rows, and the ticked answers of each row. */
export const conditionInput = z.strictObject({
  _csrf: token,
  odcisk: z.string().max(64),
  akcja: z
    .string()
    .regex(/^(zapisz|dodaj|odswiez|usun-\d)$/)
    .default('zapisz'),
  sposob: z.enum(['formularz', 'wyrazenie']),
  laczenie: z.enum(['all', 'any', 'none']).default('all'),
  pytanie: lines,
  operator: lines,
  wartosc: lines,
  ...picks,
  wyrazenie: text.default(''),
});
export type ConditionInput = z.output<typeof conditionInput>;
export const conditionQuery = z.object({ sposob: z.enum(['formularz', 'wyrazenie']).optional() });
