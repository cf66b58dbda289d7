import { z } from 'zod';

const csrf = z.string().max(300);

export const matrixQuery = z.strictObject({
  format: z.enum(['json', 'html', 'xlsx', 'csv']).optional(),
  /** What has just been done, for the note above. */
  zrobiono: z.enum(['saved', 'added', 'removed', 'approved', 'objectives', 'moved']).optional().catch(undefined),
  przypisano: z.coerce.number().int().min(0).max(1_000).optional().catch(undefined),
});

export const plainForm = z.strictObject({ _csrf: csrf });
