import { z } from 'zod';

/** The button alone. */
export const runInput = z.strictObject({ _csrf: z.string().max(300) });

export const viewQuery = z.strictObject({ gotowe: z.literal('1').optional() });
