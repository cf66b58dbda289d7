import { z } from 'zod';
import { KIND_NAMES } from './form/derived-form';

const MOST_LINES = 100;
/** Categories of a source: as many as a codebook may have. */
const MOST_TARGETS = 2_000;

const dataset = z.string().max(200).default('');
const text = z.string().max(5_000).default('');
const short = z.string().max(500);
/** One line comes as a text, several come as a list. */
const lines = (most: number) => z.union([short.transform((line) => [line]), z.array(short).max(most)]).default([]);

const KINDS = Object.values(KIND_NAMES) as [string, ...string[]];
const version = z.coerce.number().int().min(0).max(100_000);

export const dictionaryQuery = z.strictObject({
  zbior: dataset,
  q: z.string().max(200).default(''),
  rodzaj: z.enum(['', 'category', 'set', 'number', 'text']).default(''),
  pochodzenie: z.enum(['', 'item', 'dimension', 'wave', 'derived', 'weight']).default(''),
  strona: z.coerce.number().int().min(1).max(10_000).default(1),
  format: z.enum(['json', 'html', 'xlsx', 'csv', 'ksiazka']).optional(),
  po: z.enum(['usunieciu']).optional(),
});
export type DictionaryQuery = z.output<typeof dictionaryQuery>;

export const newVariableQuery = z.strictObject({
  zbior: dataset,
  rodzaj: z.enum(['', ...KINDS]).default(''),
  zrodlo: short.default(''),
});

export const variableQuery = z.strictObject({
  zbior: dataset,
  po: z.enum(['zapisie', 'przywroceniu']).optional(),
  format: z.enum(['json', 'html']).optional(),
});

/** The form of a derived variable. */
export const variableInput = z.strictObject({
  _csrf: z.string().max(300),
  zbior: dataset,
  rodzaj: z.enum(KINDS),
  zrodlo: short.default(''),
  nazwa: short.default(''),
  etykieta: z.string().max(2_000).default(''),
  /** The version the person had before their eyes; 0 for a new variable. */
  wersja: version.default(0),
  poziom: z.enum(['nominal', 'ordinal']).default('nominal'),
  'g-kod': lines(MOST_LINES),
  'g-etykieta': lines(MOST_LINES),
  'g-wartosc': lines(MOST_LINES),
  'g-od': lines(MOST_LINES),
  'g-do': lines(MOST_LINES),
  'cel-kod': lines(MOST_TARGETS),
  cel: lines(MOST_TARGETS),
  poza: z.enum(['97', '98', '99', 'pomin']).default('99'),
  pozycja: lines(MOST_TARGETS),
  odwrocona: lines(MOST_TARGETS),
  podsumowanie: z.enum(['mean', 'sum']).default('mean'),
  najmniej: short.default(''),
  opcja: lines(MOST_TARGETS),
  tak: short.default(''),
  nie: short.default(''),
  wyrazenie: text,
  wynik: z.enum(['number', 'category']).default('number'),
  akcja: z.enum(['podglad', 'zapisz', 'dodaj']).default('podglad'),
});
export type VariableInput = z.output<typeof variableInput>;

export const deleteInput = z.strictObject({ _csrf: z.string().max(300), zbior: dataset, wersja: version });

export const restoreInput = z.strictObject({
  _csrf: z.string().max(300),
  zbior: dataset,
  /** Newest version the person has seen. */
  wersja: version,
  /** Version to make the newest. */
  przywroc: version,
});
