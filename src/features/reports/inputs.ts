import { z } from 'zod';

/** Which version of a questionnaire to print, in which language; no version means the draft. */
export const paperQuery = z.strictObject({
  jezyk: z.enum(['pl', 'en', 'uk', 'pl-etr']).default('pl'),
  wersja: z.coerce.number().int().min(1).max(100_000).optional(),
});
