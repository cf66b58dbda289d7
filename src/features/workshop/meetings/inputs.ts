import { z } from 'zod';

const MOST_READ = 20_000;
const MOST_CHOSEN = 600;
const text = z
  .string()
  .max(MOST_READ)
  .default('')
  .transform((value) => value.replaceAll('\r\n', '\n').trim());
const several = z
  .union([
    z
      .string()
      .max(MOST_READ)
      .transform((one) => [one]),
    z.array(z.string().max(MOST_READ)).max(MOST_CHOSEN),
  ])
  .default([]);

export const meetingForm = z.object({
  tytul: text,
  dzien: text,
  od: text,
  do: text,
  miejsce: text,
  program: text,
  wnioski: several,
  /** Members of the group. */
  sklad: several,
  /** Further people, one a line. */
  osoby: text,
  glosy: text,
  sfery: text,
  kworum: text,
  tajne: z.enum(['tajne', 'jawne']).default('tajne'),
  goscie: z.enum(['', '1']).default(''),
  /** Of a new meeting, made by the page: a form sent twice makes one. */
  id: z.uuid().optional(),
  /** What the page showed of a meeting that is changed. */
  wersja: text,
});
export type MeetingForm = z.output<typeof meetingForm>;

export const cancelForm = z.object({ powod: text });

export const preparationQuery = z.object({ zapisano: z.string().max(10).optional() });
