import { z } from 'zod';
import type { FilterCondition } from '../domain/tables';
import { decodePart, splitAtColon } from '../tables/address-parts';
import { MEASURES, type NumberWanted } from './number';

const LONGEST = 2_000;
const MOST_CODES = 40;
const MOST_CONDITIONS = 6;

/** `U4:1,2` */
const condition = z
  .string()
  .max(LONGEST)
  .transform((text, context): FilterCondition => {
    const split = splitAtColon(text);
    if (split === undefined) context.addIssue({ code: 'custom', message: 'unreadable' });
    return { variable: split?.[0] ?? '', codes: (split?.[1] ?? '').split(',').map(decodePart) };
  });

/** `U4:1,2`, or `U4` for a summary. */
const row = z
  .string()
  .min(1)
  .max(LONGEST)
  .transform((text) => {
    const split = splitAtColon(text);
    const codes = split === undefined || split[1] === '' ? [] : split[1].split(',').map(decodePart);
    return { variable: decodePart(split?.[0] ?? text), codes };
  })
  .refine(({ codes }) => codes.length <= MOST_CODES);

/** `instytucja:polnoc`, or `instytucja:polnoc>typ:jst` in a nested column. */
const column = z
  .string()
  .max(LONGEST)
  .default('')
  .transform((text) => {
    const at = text.lastIndexOf(':');
    return at < 0 ? null : { variable: decodePart(text.slice(0, at)), code: decodePart(text.slice(at + 1)) };
  });

const fields = {
  zbior: z.string().max(200).default(''),
  wiersz: row,
  kolumna: column,
  miara: z.enum(MEASURES).default('udzial'),
  waga: z.string().max(200).default(''),
  filtr: z.union([condition.transform((one) => [one]), z.array(condition).max(MOST_CONDITIONS)]).default([]),
};

export const numberQuery = z.strictObject({ ...fields, format: z.enum(['json', 'html']).optional() });
export const numberForm = z.strictObject({ ...fields, _csrf: z.string() });

type Fields = Omit<z.output<typeof numberQuery>, 'format'>;

export const wantedBy = ({ zbior, wiersz, kolumna, miara, waga, filtr }: Fields): NumberWanted => ({
  dataset: zbior,
  row: wiersz,
  column: kolumna,
  measure: miara,
  weight: waga === '' ? null : waga,
  filter: filtr,
});
