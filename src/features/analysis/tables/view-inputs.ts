import { z } from 'zod';

/** Without signs that no name has. */
const viewName = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(120));

export const newViewForm = z.strictObject({
  _csrf: z.string().optional(),
  nazwa: viewName,
  adres: z.string().max(10_000),
});

export const renameForm = z.strictObject({ _csrf: z.string().optional(), nazwa: viewName });
export const shareForm = z.strictObject({ _csrf: z.string().optional(), wspolny: z.enum(['0', '1']) });
export const viewsQuery = z.strictObject({ gotowe: z.enum(['', 'zapisano', 'zmieniono', 'usunieto']).default('') });
