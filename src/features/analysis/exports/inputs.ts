import { z } from 'zod';

const NAME = 200;

/** Which data set, and whether its cells hold words or codes. */
export const dataQuery = z.strictObject({
  zbior: z.string().max(NAME).default(''),
  wartosci: z.enum(['etykiety', 'kody']).default('etykiety'),
});
