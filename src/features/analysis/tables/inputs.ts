import { z } from 'zod';
import type { FilterCondition } from '../domain/tables';

const MOST_VARIABLES = 60;
/** Every way to leave conditions out is counted. */
const MOST_CONDITIONS = 6;

const names = z
  .string()
  .max(4_000)
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .refine((list) => list.length <= MOST_VARIABLES);

/** `plec:1,2`: the variable and the codes that let a respondent through. */
const condition = z
  .string()
  .max(2_000)
  .regex(/^[^:]+:.+$/s)
  .transform((text): FilterCondition => {
    const at = text.indexOf(':');
    return { variable: text.slice(0, at).trim(), codes: text.slice(at + 1).split(',') };
  });

/** The whole state of the tables page is its address. */
export const tableQuery = z.strictObject({
  zbior: z.string().max(200).default(''),
  wiersze: names,
  kolumny: names,
  waga: z.string().max(200).default(''),
  filtr: z
    .union([
      z.literal('').transform(() => []),
      condition.transform((one) => [one]),
      z.array(condition).max(MOST_CONDITIONS),
    ])
    .default([]),
  wartosci: z.enum(['kolumna', 'wiersz', 'ogolem', 'liczebnosci']).default('kolumna'),
  test: z.enum(['0.05', '0.01', 'bez']).default('0.05'),
  rzetelnosc: z.enum(['', '1']).default(''),
  odwroc: names,
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});

export type TableQuery = z.output<typeof tableQuery>;
