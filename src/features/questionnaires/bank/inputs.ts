import { z } from 'zod';
import { ANSWER_FORMS, AUDIENCES, CRITERIA, MODULE_CODES, type BankEntry } from '../domain/bank';
import { itemSchema } from '../interchange/inputs';
import { FILE_FORMAT, FILE_FORMAT_VERSION } from './file-format';

const MOST_PICKED = 400;
const MOST_IN_A_FILE = 1_000;

const csrf = z.string().max(300).optional();
const code = z.string().min(1).max(80);
const codes = z
  .union([code, z.array(code).max(MOST_PICKED)])
  .optional()
  .transform((picked) => [...new Set([picked ?? []].flat())]);

/** "wszystkie" is an empty choice; what is not in the list narrows nothing. */
const narrowing = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);

const view = {
  q: z.string().max(200).default(''),
  kryterium: narrowing(CRITERIA),
  skala: narrowing(ANSWER_FORMS),
  dla: narrowing(AUDIENCES),
  modul: narrowing(MODULE_CODES),
  poz: codes,
  /** `<evaluation id>/<questionnaire code>`; absent: the first one. */
  kwestionariusz: z.string().max(200).optional(),
  /** Id of a page; empty for a new one. */
  miejsce: z.string().max(80).optional(),
};

/** What a page of the bank shows: its address. Marks that other programs hang on it are left aside. */
export const BankQuery = z.object({
  ...view,
  /** What has just been done, for the note above the list. */
  dodano: z.coerce.number().int().min(0).max(MOST_PICKED).optional().catch(undefined),
  pominieto: codes,
  nowe: codes,
  uwagi: codes,
});
export type BankQuery = z.output<typeof BankQuery>;
/** Search, filters, choice and target, without what has just been done. */
export type BankView = Omit<BankQuery, 'dodano' | 'pominieto' | 'nowe' | 'uwagi'>;

/** Choosing goes on: the page comes back with the choice as it is now. */
export const ChoiceInput = z.strictObject({
  _csrf: csrf,
  ...view,
  /** Module taken as a whole. */
  caly: narrowing(MODULE_CODES),
  zajete: z.string().max(20).optional(),
  warunki: z.string().max(20).optional(),
});

export const TakingInput = z.strictObject({
  _csrf: csrf,
  ...view,
  zajete: z.enum(['pomin', 'numeruj']).optional(),
  warunki: z.enum(['dodaj', 'zostaw']).optional(),
});
export type TakingInput = z.output<typeof TakingInput>;

export const SavingInput = z.strictObject({
  _csrf: csrf,
  badanie: z.string().max(80),
  kwestionariusz: z.string().max(80),
  pozycja: code,
});

export const NewItemQuery = z.object({
  kwestionariusz: z.string().max(200).optional(),
  /** `saved:J1` or `same:J1`, for the note. */
  zapisano: z
    .string()
    .regex(/^(saved|same):[A-Za-z0-9_]{1,40}$/)
    .optional()
    .catch(undefined),
});

export const UploadInput = z.strictObject({ _csrf: csrf });

export const TemplateQuery = z.object({ badanie: z.string().max(80).optional() });

export const StartInput = z.strictObject({
  _csrf: csrf,
  badanie: z.string().max(80),
  szablon: z.string().max(80),
});

export const FileQuery = z.object({ poz: codes });

const entry = z.strictObject({
  code,
  module: z.enum(MODULE_CODES),
  item: itemSchema,
  criterion: z.enum(CRITERIA),
  audiences: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length),
  source: z.string().max(1_000),
  version: z.int().min(1).max(10_000),
  year: z.int().min(2000).max(2200),
  note: z.string().max(2_000).exactOptional(),
}) satisfies z.ZodType<BankEntry>;

const file = z.strictObject({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(FILE_FORMAT_VERSION),
  entries: z.array(z.unknown()).min(1).max(MOST_IN_A_FILE),
});

/** The format of a file of bank items, for those who make or read one elsewhere. */
export const publishedBankSchema = (): object => ({
  ...z.toJSONSchema(file.extend({ entries: z.array(entry).min(1).max(MOST_IN_A_FILE) }), {
    target: 'draft-7',
    reused: 'ref',
  }),
  title: 'Pozycje banku pytań Ewaluacji ES',
});

/** Entries of a bank file, each by itself, so that one bad entry spoils no other. Null when it is no such file. */
export const entriesInFile = (value: unknown): readonly unknown[] | null => {
  const parsed = file.safeParse(value);
  return parsed.success ? parsed.data.entries : null;
};

export type EntryReading =
  | { readonly kind: 'entry'; readonly entry: BankEntry }
  /** Where in the entry something is wrong: `item.choices.0.label`. */
  | { readonly kind: 'refused'; readonly places: readonly string[] };

export const readEntry = (value: unknown): EntryReading => {
  const parsed = entry.safeParse(value);
  return parsed.success
    ? { kind: 'entry', entry: parsed.data }
    : { kind: 'refused', places: [...new Set(parsed.error.issues.map(placeOf))] };
};

const placeOf = (issue: z.core.$ZodIssue): string => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...issue.path, ...keys].map((key) => String(key).slice(0, 40)).join('.');
};
