import { z } from 'zod';

const code = z.string().max(80).default('');

export const listQuery = z.strictObject({ zbior: z.string().max(200).default('') });

/** The whole state of a list of answers is its address. */
export const answersQuery = z.strictObject({
  zbior: z.string().max(200).default(''),
  szukaj: z.string().max(200).default(''),
  instytucja: code,
  typ: code,
  strona: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});
export type AnswersQuery = z.output<typeof answersQuery>;

export const quoteQuery = z.strictObject({ zbior: z.string().max(200).default('') });

export const quoteForm = z.strictObject({
  _csrf: z.string().max(300),
  /** Made by the server with the form, so that sending it twice makes one quote. */
  zgloszenie: z.uuid(),
  cytat: z.string().max(5_000).default(''),
  atrybuty: z.enum(['bez', 'instytucja', 'typ', 'oba']).default('bez'),
  sprawdzono: z.literal('1').optional(),
});
export type QuoteForm = z.output<typeof quoteForm>;

export const bareForm = z.strictObject({ _csrf: z.string().max(300) });

export const quotesQuery = z.strictObject({
  zapisano: z.literal('1').optional(),
  wycofano: z.literal('1').optional(),
  format: z.enum(['json', 'html']).optional(),
});
