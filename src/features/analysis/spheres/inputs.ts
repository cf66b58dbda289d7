import { z } from 'zod';

/** The whole state of the page is its address. */
export const spheresQuery = z.strictObject({
  /** Code of one questionnaire; empty: all that rank spheres. */
  zbior: z.string().max(200).default(''),
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
});

export type SpheresQuery = z.output<typeof spheresQuery>;
