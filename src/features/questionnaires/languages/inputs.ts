import { z } from 'zod';

/** Longer than a translation may be: what is only a little too long is told in a sentence, with the text kept. */
const LONGEST_FIELD = 20_000;
const MOST_TEXTS = 200;

const token = z.string().max(300);
/** One text comes as a text, several come as a list. */
const texts = z
  .union([
    z
      .string()
      .max(LONGEST_FIELD)
      .transform((text) => [text]),
    z.array(z.string().max(LONGEST_FIELD)).max(MOST_TEXTS),
  ])
  .default([]);

export const SHOWN = ['wszystkie', 'brak', 'nieaktualne', 'zmienione'] as const;
/** Which texts are shown: all, missing, outdated, changed since the last publication. */
export type Shown = (typeof SHOWN)[number];

/** Anything else in the address is left alone: links of mail programs carry marks of their own. */
export const viewQuery = z.object({
  strona: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  pokaz: z.enum(SHOWN).default('wszystkie').catch('wszystkie'),
  wczytano: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
  pominieto: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
  zapisano: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
});

export const textsInput = z
  .strictObject({
    _csrf: token,
    strona: z.coerce.number().int().min(1).max(10_000),
    pokaz: z.enum(SHOWN).default('wszystkie'),
    klucz: texts,
    polski: texts,
    bylo: texts,
    tekst: texts,
    /** Keys of texts that are still right although the Polish text changed. */
    pasuje: texts,
    /** Key of the text whose suggestion is to be put in. */
    propozycja: z.string().max(400).optional(),
    dalej: z.literal('tak').optional(),
  })
  .refine(({ klucz, polski, bylo, tekst }) => [polski, bylo, tekst].every(({ length }) => length === klucz.length));

export const offerInput = z.strictObject({
  _csrf: token,
  oferta: z.enum(['tak', 'nie']),
  /** The person has seen which texts stay Polish. */
  'mimo-brakow': z.literal('tak').optional(),
});

export const bareInput = z.strictObject({ _csrf: token });

export type TextsInput = z.output<typeof textsInput>;
