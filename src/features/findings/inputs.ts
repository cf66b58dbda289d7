import { z } from 'zod';
import { DIMENSIONS } from '../evaluations/domain';
import { NOTE_METHODS, TONES, WORK_STATES } from './domain';

const text = (longest: number) => z.string().max(longest).default('');

/** Longer than what is kept: what is too long is told in words, and nothing typed is lost. */
const LONG = 60_000;

const csrf = z.string().max(300);

const dimensions = z
  .union([z.enum(DIMENSIONS).transform((one) => [one]), z.array(z.enum(DIMENSIONS)).max(DIMENSIONS.length)])
  .default([]);

/** The whole state of the list is its address. */
export const listQuery = z.strictObject({
  wymiar: z.enum(['', ...DIMENSIONS]).default(''),
  kryterium: text(200),
  ton: z.enum(['', ...TONES]).default(''),
  stan: z.enum(['', ...WORK_STATES]).default(''),
  szukaj: text(200),
  usunieto: z.literal('1').optional(),
  format: z.enum(['json', 'html']).optional(),
});
export type ListQuery = z.output<typeof listQuery>;

export const findingQuery = z.strictObject({
  zapisano: z.enum(['1', 'dowod', 'bez-dowodu', 'stan']).optional(),
  przelicz: z.string().max(60).optional(),
  format: z.enum(['json', 'html']).optional(),
});

/** Beside the state of a table: what in it the finding is about, or the quote that becomes evidence. */
export const doorQuery = z.object({ skupienie: text(2_000), cytat: text(60) });

const words = {
  tytul: text(LONG),
  tresc: text(LONG),
  wymiar: dimensions,
  kryterium: text(80),
  wlasne: text(LONG),
  ton: z.enum(TONES).default('neutral'),
  stan: z.enum(WORK_STATES).default('draft'),
};

export const newForm = z.strictObject({
  _csrf: csrf,
  /** Made by the server with the form, so that sending it twice makes one finding. */
  zgloszenie: z.uuid(),
  tabela: text(10_000),
  skupienie: text(2_000),
  liczba: text(2_000),
  grupa: text(500),
  wobec: text(500),
  cytat: text(60),
  /** What the rules said before: a title that is still that one follows them. */
  szkic: text(LONG),
  /** Number of the finding that the evidence goes to. */
  wynik: z.union([z.literal(''), z.coerce.number().int().min(1).max(1_000_000)]).default(''),
  akcja: z.enum(['nowy', 'dolacz', 'zdanie']).default('nowy'),
  ...words,
});
export type NewForm = z.output<typeof newForm>;

const revision = z.coerce.number().int().min(1).max(1_000_000_000);

export const editForm = z.strictObject({ _csrf: csrf, rewizja: revision, ...words });
export type EditForm = z.output<typeof editForm>;
export type WordsForm = Omit<EditForm, '_csrf' | 'rewizja'>;

export const seenForm = z.strictObject({ _csrf: csrf, rewizja: revision });
export const stateForm = z.strictObject({ _csrf: csrf, rewizja: revision, stan: z.enum(WORK_STATES) });

export const noteForm = z.strictObject({
  _csrf: csrf,
  zgloszenie: z.uuid(),
  metoda: z.enum(NOTE_METHODS).default('idi'),
  zrodlo: text(LONG),
  dzien: text(40),
  notatka: text(LONG),
});
export type NoteForm = Omit<z.output<typeof noteForm>, '_csrf'>;

export const quoteForm = z.strictObject({ _csrf: csrf, zgloszenie: z.uuid(), cytat: z.uuid() });
