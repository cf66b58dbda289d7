import { z } from 'zod';
import { GENERATED_PARTS, REPORT_KINDS } from '../domain';
import { REASONS } from './addresses';
import { TYPED_KINDS } from './typed-block';

/*
 * Generous limits: what is longer than a block may be is told at the block, with the text kept. These only stop what no
 * person types.
 */
const LONGEST_TEXT = 60_000;
const LONGEST_LINE = 5_000;
const MOST_BLOCKS = 60;
const MOST_NAMES = 400;

const token = z.string().max(300);
const reference = z.string().max(64);
const line = z.string().max(LONGEST_LINE);
const text = z.string().max(LONGEST_TEXT);

/** One field comes as a text, several come as a list. */
const several = <Part extends z.ZodType>(part: Part, most: number) =>
  z
    .union([part.transform((one) => [one]), z.array(part).max(most)])
    .default([])
    .transform((list) => list as readonly z.output<Part>[]);

export const ADDABLE = [
  'heading',
  'text',
  'figure',
  'table',
  'note',
  'finding',
  'quote',
  'callout',
  'lead',
  'generated',
  'page-break',
] as const;
export type Addable = (typeof ADDABLE)[number];

/** A button: what it does, and to which block. */
const button = z
  .string()
  .max(160)
  .regex(/^[a-z-]+(:[\w-]+)*$/)
  .default('zapisz');

/** All blocks of a page that can be typed in: one list for each field. */
const blockLists = {
  blok: several(reference, MOST_BLOCKS),
  odcisk: several(reference, MOST_BLOCKS),
  rodzaj: several(z.enum(TYPED_KINDS), MOST_BLOCKS),
  tekst: several(text, MOST_BLOCKS),
  poziom: several(z.enum(['', '1', '2', '3']), MOST_BLOCKS),
  zrodlo: several(line, MOST_BLOCKS),
};

export const chapterInput = z.strictObject({
  _csrf: token,
  akcja: button,
  /** The block after which another is added; empty: at the end of the page. */
  po: reference.default(''),
  rozdzial: z.coerce.number().int().min(1).max(1_000).default(1),
  ...blockLists,
  /** On the page of both texts: which of them stays, one for each block. */
  wybor: several(z.enum(['moja', 'tamta', 'obie']), MOST_BLOCKS),
});
export type ChapterInput = z.output<typeof chapterInput>;

/** One block saved by itself while somebody types. */
export const autosaveInput = z.strictObject({ _csrf: token, akcja: z.literal('autozapis'), ...blockLists });

export const editorQuery = z.object({
  blok: reference.default(''),
  rozdzial: z.coerce.number().int().min(1).max(1_000).optional(),
  po: z.enum(REASONS).optional(),
  /** Blocks that could not be frozen. */
  /** The preview stands in a frame. */
  rama: z.enum(['1']).optional(),
  odmowy: z.coerce.number().int().min(0).max(1_000).default(0),
});

export const listQuery = z.object({ po: z.enum(['usunieciu', 'przywroceniu']).optional() });

export const newReportInput = z.strictObject({
  _csrf: token,
  rodzaj: z.enum(REPORT_KINDS),
  instytucja: reference.default(''),
  jezyk: z.enum(['pl', 'en']).default('pl'),
  tytul: line.default(''),
});
export type NewReportInput = z.output<typeof newReportInput>;

export const renameInput = z.strictObject({ _csrf: token, odcisk: reference, tytul: line });
export const onlyToken = z.strictObject({ _csrf: token });

export const blockQuery = z.object({
  zmienna: line.default(''),
  po: z.enum(['zapisie', 'dodaniu', 'zmianie', 'adresie']).optional(),
});

const names = several(line, MOST_NAMES).transform((list) => [...new Set(list.filter((name) => name !== ''))]);

/** The page of one block, whatever kind it is. */
export const blockInput = z.strictObject({
  _csrf: token,
  odcisk: reference,
  akcja: button,
  /** Texts. */
  rodzaj: z.enum(TYPED_KINDS).optional(),
  tekst: text.default(''),
  poziom: z.enum(['', '1', '2', '3']).default(''),
  zrodlo: line.default(''),
  /** Data. */
  pokaz: z.enum(['table', 'figure', 'both', 'text']).optional(),
  tytul: line.default(''),
  zbior: line.default(''),
  wiersze: names,
  kolumny: names,
  waga: line.default(''),
  filtr: several(line, 20),
  zmienna: line.default(''),
  kod: several(line, 300),
  adres: z.string().max(20_000).default(''),
  widok: z.string().max(20_000).default(''),
  /** Findings and generated parts. */
  wynik: reference.default(''),
  czesc: z.enum(GENERATED_PARTS).optional(),
});
export type BlockInput = z.output<typeof blockInput>;

export const moveInput = z.strictObject({ _csrf: token, miejsce: reference });
