import { z } from 'zod';
import { STAGES } from '../domain';

const MOST_READ = 20_000;
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
    z.array(z.string().max(MOST_READ)).max(300),
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
  osoby: text,
  glosy: text,
  sfery: text,
  kworum: text,
  tajne: z.enum(['tajne', 'jawne']).default('tajne'),
  goscie: z.enum(['', '1']).default(''),
});
export type MeetingForm = z.output<typeof meetingForm>;

/** What the moderator does: one button, one act. */
export const STEPS = ['otworz', 'zakoncz', 'etap', 'wniosek', 'glosowanie', 'policz', 'liczby', 'polacz'] as const;

export const stepForm = z.object({
  krok: z.enum(STEPS),
  etap: z.enum(STAGES).optional(),
  nr: z.coerce.number().int().min(0).max(1_000).default(0),
  co: z.enum(['voting', 'spheres']).default('voting'),
  stan: z.enum(['', '0', '1']).default(''),
  propozycja: text,
  w: text,
  rewizja: z.coerce.number().int().min(0).default(0),
});
export type StepForm = z.output<typeof stepForm>;
