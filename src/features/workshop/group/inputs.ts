import { z } from 'zod';

const MOST_READ = 100_000;
const text = z
  .string()
  .max(MOST_READ)
  .default('')
  .transform((value) => value.replaceAll('\r\n', '\n').trim());

export const OTHER_INSTITUTION = 'inna';

export const memberForm = z.object({
  id: z.uuid().optional(),
  imie: text,
  instytucja: text,
  inna: text,
  email: text,
  glos: z.enum(['', '1']).default(''),
  od: text,
  do: text,
  wersja: text,
});
export type MemberForm = z.output<typeof memberForm>;

export const pasteForm = z.object({ osoby: text, od: text });
export type PasteForm = z.output<typeof pasteForm>;

export const nameForm = z.object({ nazwa: text, byla: z.string().max(MOST_READ).default('') });
export const leaveForm = z.object({ dzien: text, wersja: text });

const count = z.coerce.number().int().min(0).max(1_000);
export const groupQuery = z.object({
  dodano: count.optional(),
  bylo: count.optional(),
  zapisano: z.string().max(10).optional(),
});

const emailAddress = z.email().max(254);

/** An address in small letters; undefined when it cannot be one. */
export const emailIn = (value: string): string | undefined => emailAddress.safeParse(value.trim().toLowerCase()).data;
