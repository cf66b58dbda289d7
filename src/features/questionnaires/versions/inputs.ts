import { z } from 'zod';
import { isLanguage, type AnswerSheet, type Language } from '../domain';

const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** What was just done, so that the history can say so. */
const DONE = ['opublikowano', 'do-uwag', 'cofnieto', 'zamknieto', 'otwarto'] as const;
export type Done = (typeof DONE)[number];

export const historyQuery = z.strictObject({ zrobiono: z.enum(DONE).optional() });

export const bareForm = z.strictObject({ _csrf: z.string() });

export const versionForm = z.strictObject({ _csrf: z.string(), wersja: wholeNumber });

export const LONGEST_NOTE = 2_000;
/** A note too long comes back to be shortened; anything longer is no note. */
const LONGEST_FIELD = 20_000;

export const publicationForm = z.strictObject({
  _csrf: z.string(),
  wersja: wholeNumber,
  rewizja: wholeNumber,
  notatka: z
    .string()
    .max(LONGEST_FIELD)
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim()),
});

export type PublicationInput = z.output<typeof publicationForm>;

export const versionNumberIn = (text: string): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

const language = z
  .string()
  .default('pl')
  .transform((text, context): Language => {
    if (isLanguage(text)) return text;
    context.addIssue({ code: 'custom', message: 'no language' });
    return z.NEVER;
  });

/** Which page of the preview, in which language, along which way. */
export const insideQuery = z.strictObject({
  strona: wholeNumber.default(1),
  jezyk: language,
  sciezka: z.string().max(200).default(''),
});

export const previewQuery = insideQuery.extend({ szerokosc: z.enum(['telefon', 'komputer']).default('telefon') });

export type InsideQuery = z.output<typeof insideQuery>;
export type PreviewQuery = z.output<typeof previewQuery>;

const missing = z.union([z.literal(95), z.literal(96), z.literal(97), z.literal(98), z.literal(99)]);
const answers = z.record(
  z.string().regex(/^[A-Z]\w{0,120}$/),
  z.union([z.string(), z.number(), z.array(z.string()).max(200), z.strictObject({ missing })]),
);

/** Answers of the pages before, as our own form carried them. */
const carriedAnswers = z
  .string()
  .max(150_000)
  .transform((text, context): AnswerSheet => {
    const read = answers.safeParse(parsed(text));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'no answers' });
    return z.NEVER;
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** One page of the preview: our own fields, and the page's, which are read by the rules of the questionnaire. */
export const previewForm = z
  .looseObject({ _csrf: z.string(), odpowiedzi: carriedAnswers })
  .transform(({ _csrf: _, odpowiedzi, ...body }) => ({ answers: odpowiedzi, body }));
