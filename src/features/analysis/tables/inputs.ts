import { z } from 'zod';
import type { FilterCondition, Merge } from '../domain/tables';
import { decodePart, splitAtColon } from './address-parts';

const MOST_VARIABLES = 60;
/** Every way to leave conditions out is counted. */
const MOST_CONDITIONS = 6;
const MOST_CHANGES = 40;
const LONGEST_NAME = 200;
const LONGEST_PART = 2_000;
const LONGEST_LABEL = 80;

/** A field that may be absent, given once or several times. */
const severalTexts = (longest: number, most: number) =>
  z
    .union([
      z
        .string()
        .max(longest)
        .transform((text) => [text]),
      z.array(z.string().max(longest)).max(most),
    ])
    .default([])
    .transform((texts) => texts.filter((text) => text !== ''));

/** Names by commas or one by one; each once. */
const names = severalTexts(4_000, MOST_VARIABLES)
  .transform((texts) => [...new Set(texts.flatMap((text) => text.split(',')).map((name) => name.trim()))])
  .transform((list) => list.filter((name) => name !== ''))
  .refine((list) => list.length <= MOST_VARIABLES);

const parts = <Part>(most: number, read: (text: string) => Part | undefined) =>
  severalTexts(LONGEST_PART, most).transform((texts, context): readonly Part[] => {
    const found = texts.map(read);
    if (found.includes(undefined)) context.addIssue({ code: 'custom', message: 'unreadable' });
    return found.flatMap((part) => (part === undefined ? [] : [part]));
  });

/** `plec:1,2`: the variable and the codes. */
const codesOf = (text: string): FilterCondition | undefined => {
  const split = splitAtColon(text);
  return split && { variable: split[0], codes: split[1].split(',').map(decodePart) };
};

/** `U4:1+2=zadowoleni`: categories shown as one, and its name. */
const mergeOf = (text: string): Merge | undefined => {
  const split = splitAtColon(text);
  if (split === undefined) return undefined;
  const [variable, rest] = split;
  const at = rest.indexOf('=');
  const label = at < 0 ? '' : decodePart(rest.slice(at + 1)).trim();
  const codes = [...new Set((at < 0 ? rest : rest.slice(0, at)).split('+').map(decodePart))];
  if (codes.length < 2 || label.length > LONGEST_LABEL) return undefined;
  return { variable, codes, label: label === '' ? null : label };
};

export const VALUES = ['kolumna', 'wiersz', 'ogolem', 'liczebnosci', 'przedzial', 'reszta'] as const;
export type ShownValue = (typeof VALUES)[number];

const values = severalTexts(LONGEST_NAME, VALUES.length)
  .transform((texts) => [...new Set(texts.flatMap((text) => text.split(',')))])
  .pipe(z.array(z.enum(VALUES)))
  .transform((list): readonly ShownValue[] => (list.length === 0 ? ['kolumna'] : list));

const name = z.string().trim().max(LONGEST_NAME).default('');

/** The whole state of the tables page is its address. */
export const tableQuery = z.strictObject({
  zbior: name,
  wiersze: names,
  kolumny: names,
  waga: name,
  filtr: parts(MOST_CONDITIONS, codesOf),
  polacz: parts(MOST_CHANGES, mergeOf),
  ukryj: parts(MOST_CHANGES, codesOf),
  podstawa: z.enum(['osoby', 'wskazania']).default('osoby'),
  uklad: z.enum(['', 'bateria', 'osobno']).default(''),
  sortuj: z
    .string()
    .regex(/^[A-Za-z]{0,12}$/)
    .default(''),
  wartosci: values,
  test: z.enum(['0.05', '0.01', 'bez']).default('0.05'),
  rzetelnosc: z.enum(['', '1']).default(''),
  odwroc: names,
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});

export type TableQuery = z.output<typeof tableQuery>;

/** What the form adds: it is put into the address, and the browser is sent there. */
export const tableForm = tableQuery.extend({
  formularz: z.enum(['', '1']).default(''),
  /** Variable whose categories are listed, to filter by, merge or hide. */
  zmienna: name,
  kod: severalTexts(LONGEST_NAME, 300),
  nazwa: z.string().trim().max(LONGEST_LABEL).default(''),
  akcja: z.enum(['', 'filtr', 'polacz', 'ukryj']).default(''),
  /** Variable that divides every column variable chosen. */
  zagniezdz: name,
});

export type TableForm = z.output<typeof tableForm>;
