import { z } from 'zod';
import type { FilterCondition } from '../domain/tables';
import { decodePart, splitAtColon } from '../tables/address-parts';

const LONGEST_NAME = 200;
const LONGEST_CONDITION = 2_000;
/** Every way to leave conditions out is counted. */
const MOST_CONDITIONS = 6;
const MOST_IN_MIX = 8;

const name = z.string().max(LONGEST_NAME).default('');

/** A field that may be given once or several times. */
const texts = (longest: number, most: number) =>
  z.union([
    z
      .string()
      .max(longest)
      .transform((text) => [text]),
    z.array(z.string().max(longest)).max(most),
  ]);

/** `typ:pes,ngo`: the variable and the codes that let a respondent through. */
const conditions = texts(LONGEST_CONDITION, MOST_CONDITIONS)
  .default([])
  .transform((all, context): readonly FilterCondition[] =>
    all
      .filter((text) => text !== '')
      .flatMap((text) => {
        const split = splitAtColon(text);
        if (split !== undefined) return [{ variable: split[0], codes: split[1].split(',').map(decodePart) }];
        context.addIssue({ code: 'custom', message: 'unreadable' });
        return [];
      }),
  );

/** A margin as people write it: `0,3`. */
const margin = (most: number) =>
  z
    .string()
    .max(20)
    .optional()
    .transform((text, context): number | null => {
      if (text === undefined || text.trim() === '') return null;
      const value = Number(text.trim().replace(',', '.'));
      if (value > 0 && value <= most) return value;
      context.addIssue({ code: 'custom', message: 'out of range' });
      return null;
    });

/** The whole state of the page is its address. */
export const comparisonQuery = z.strictObject({
  zbior: name,
  /** Whose groups are compared; empty: institutions. */
  wedlug: name,
  /** One question in depth; empty: the overview. */
  pytanie: name,
  /** `srednia`, `nps`, `najwyzsze`, `najnizsze`, `odsetek:kod`; empty: the most telling. */
  miara: name,
  wobec: z.enum(['', 'pary', 'reszta']).default(''),
  filtr: conditions,
  waga: name,
  prog_srednia: margin(2),
  prog_odsetek: margin(50),
  prog_nps: margin(100),
  rodzina: z.enum(['strona', 'pytanie']).default('strona'),
  kolejnosc: z.enum(['kwestionariusz', 'wynik']).default('kwestionariusz'),
  /** Variables of the client mix; absent: those of the house; empty: no adjustment. */
  sklad: texts(LONGEST_NAME, MOST_IN_MIX)
    .optional()
    .transform((all) =>
      all === undefined ? null : [...new Set(all.flatMap((text) => text.split(',')))].filter((text) => text !== ''),
    ),
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});

export type ComparisonQuery = z.output<typeof comparisonQuery>;

const MEASURES: Readonly<Record<string, string>> = {
  srednia: 'mean',
  nps: 'recommendation',
  najwyzsze: 'top-two',
  najnizsze: 'bottom-two',
};

/** Code of a measure from its name in the address, and back. */
export const measureCode = (miara: string): string =>
  miara.startsWith('odsetek:') ? `share:${miara.slice('odsetek:'.length)}` : (MEASURES[miara] ?? miara);
export const measureName = (code: string): string =>
  code.startsWith('share:')
    ? `odsetek:${code.slice('share:'.length)}`
    : (Object.entries(MEASURES).find(([, known]) => known === code)?.[0] ?? code);
