import { z } from 'zod';
import { STAGES } from '../domain';

const MOST_READ = 200;
const id = z.string().max(MOST_READ).default('');

/** What the moderator does: one button, one act. */
export const STEPS = ['otworz', 'zakoncz', 'etap', 'wniosek', 'glosowanie', 'policz', 'liczby', 'polacz'] as const;

export const stepForm = z.object({
  krok: z.enum(STEPS),
  etap: z.enum(STAGES).optional(),
  nr: z.coerce.number().int().min(0).max(1_000).default(0),
  co: z.enum(['voting', 'spheres']).default('voting'),
  stan: z.enum(['', '0', '1']).default(''),
  propozycja: id,
  w: id,
  rewizja: z.coerce.number().int().min(0).default(0),
});
export type StepForm = z.output<typeof stepForm>;
