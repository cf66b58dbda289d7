import { z } from 'zod';

export const withdrawForm = z.strictObject({
  _csrf: z.string(),
  czynnosc: z.enum(['wycofaj', 'przywroc']),
  powod: z.string().trim().max(300).default(''),
});
