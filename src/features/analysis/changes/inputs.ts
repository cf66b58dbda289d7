import { z } from 'zod';
import { fieldworkFields } from '../waves/draft-inputs';

const code = z.string().max(200).default('');

/** What the address of the page may say. */
export const changesQuery = z.strictObject({
  zbior: code,
  wczesniej: code,
  waga: code,
  wagaw: code,
  zapisano: z.enum(['1']).optional(),
  format: z.enum(['json', 'html']).optional(),
});

export const fieldworkInput = z.strictObject({
  _csrf: z.string(),
  kod: z.string().min(1).max(200),
  zbior: code,
  wczesniej: code,
  ...fieldworkFields,
});
