import { z } from 'zod';

const csrf = z.string().max(300);
const MOST_MARKED = 300;
const revision = z.coerce.number().int().min(0).max(10_000_000).default(0);
const text = z.string().max(20_000).default('');
const short = z.string().max(2_000).default('');
const name = z.string().max(400);
/** Boxes: none, one or several. */
const marked = z
  .union([name.transform((one) => [one]), z.array(name).max(MOST_MARKED)])
  .default([])
  .transform((all) => [...new Set(all.filter((one) => one !== ''))]);

export const matrixQuery = z.strictObject({
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
  /** What has just been done, for the note above. */
  zrobiono: z.enum(['saved', 'added', 'removed', 'approved', 'objectives', 'moved']).optional().catch(undefined),
  przypisano: z.coerce.number().int().min(0).max(1_000).optional().catch(undefined),
});

export const rowForm = z.strictObject({
  _csrf: csrf,
  /** Revision of the matrix that the person saw. */
  wersja: revision,
  cel: z.string().max(4).default(''),
  kryterium: z.string().max(40).default(''),
  wlasne: short,
  pytanie: text,
  pomocnicze: text,
  rodzaj: z.enum(['liczba', 'wpisany', 'slowa']).default('liczba'),
  wskaznik: text,
  /** `owes-clients|J5` */
  zmienna: name.default(''),
  /** The variable whose measures and answers the form showed. */
  pokazana: name.default(''),
  miara: z.string().max(40).default(''),
  kod: marked,
  kolumna: name.default(''),
  waga: name.default(''),
  wartosc: short,
  plan: short,
  jednostka: short,
  zrodlo: short,
  do: z.string().max(40).default(''),
  kierunek: z.enum(['at-least', 'at-most']).default('at-least'),
  prog: z.string().max(60).default(''),
  zrodla: text,
  metody: text,
  /** `owes-clients|J5` */
  pozycja: marked,
  analiza: text,
  odpowiedz: text,
  akcja: z.enum(['zapisz', 'zmienna']).default('zapisz'),
});

export type RowForm = Omit<z.output<typeof rowForm>, '_csrf' | 'akcja'>;

export const removeForm = z.strictObject({ _csrf: csrf, wersja: revision });

export const moveForm = z.strictObject({ _csrf: csrf, kierunek: z.enum(['up', 'down']) });

/** Objectives in order, and where each stood before (empty: nowhere). */
export const objectivesForm = z.strictObject({
  _csrf: csrf,
  wersja: revision,
  cel: z.union([text.transform((one) => [one]), z.array(text).max(60)]).default([]),
  bylo: z
    .union([
      z
        .string()
        .max(4)
        .transform((one) => [one]),
      z.array(z.string().max(4)).max(60),
    ])
    .default([]),
  akcja: z
    .string()
    .regex(/^(?:zapisz|pole|wyzej-\d{1,2}|nizej-\d{1,2})$/)
    .default('zapisz'),
});

export const approveForm = z.strictObject({
  _csrf: csrf,
  wersja: revision,
  kto: z.string().max(2_000).default(''),
  dzien: z.string().max(40).default(''),
});

/** One field for each item without a question: `p=owes-clients|C1d`, whose value is the id of a question or empty. */
export const assignForm = z
  .object({ _csrf: csrf })
  .catchall(z.string().max(80))
  .refine((form) => Object.keys(form).every((key) => key === '_csrf' || key.startsWith('p=')));
