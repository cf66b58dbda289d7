import { z } from 'zod';
import type { FilterCondition } from '../domain/tables';

const name = z.string().max(200).default('');

/** `typ:pes,ngo`: the variable and the codes that let a respondent through. */
const condition = z
  .string()
  .max(2_000)
  .regex(/^[^:]+:.+$/s)
  .transform((text): FilterCondition => {
    const at = text.indexOf(':');
    return { variable: text.slice(0, at).trim(), codes: text.slice(at + 1).split(',') };
  });

const MOST_CONDITIONS = 4;

const none = z.literal('').transform(() => null);
const conditions = z
  .union([z.union([none, condition]), z.array(z.union([none, condition])).max(MOST_CONDITIONS)])
  .transform((given) => [given].flat().filter((one) => one !== null))
  .default([]);

const MOST_NAMES = 40;

const names = z
  .union([z.string().max(4_000), z.array(z.string().max(200)).max(MOST_NAMES)])
  .transform((given) =>
    [given]
      .flat()
      .flatMap((text) => text.split(','))
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .refine((list) => list.length <= MOST_NAMES)
  .default([]);

/** The whole state of the page is its address. */
export const prioritiesQuery = z.strictObject({
  zbior: name,
  instytucja: name,
  waga: name,
  filtr: conditions,
  widok: z.enum(['mapa', 'czynniki']).default('mapa'),
  /** What is to be explained, and by what; empty: chosen by rule. */
  wynik: name,
  czynniki: names,
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});

export type PrioritiesQuery = z.output<typeof prioritiesQuery>;
