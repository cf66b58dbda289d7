import { z } from 'zod';

/** Any text in place of a day comes back with a sentence beside the field. */
export const finishForm = z.strictObject({
  _csrf: z.string(),
  dzien: z.string().max(40).default(''),
  potwierdzam: z.literal('1').optional(),
});

export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;
