import { z } from 'zod';

/** The form that publishes a version; a missing erratum comes back with a sentence beside the field. */
export const publishForm = z.strictObject({
  _csrf: z.string(),
  klucz: z.uuid(),
  rewizja: z.coerce.number().int().min(0),
  stan: z.enum(['preliminary', 'final']),
  errata: z.string().trim().max(2_000).default(''),
});

/** `3` in an address; anything else is no version. */
export const versionNumber = (text: string): number => {
  const parsed = z.coerce.number().int().min(1).max(100_000).safeParse(text);
  return parsed.success ? parsed.data : 0;
};
