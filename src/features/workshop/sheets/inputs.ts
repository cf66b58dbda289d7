import { z } from 'zod';

const MOST_READ = 200;
const text = z.string().max(MOST_READ).default('');
const places = z.union([z.string().max(MOST_READ), z.array(z.string().max(MOST_READ)).max(MOST_READ)]).default([]);

/** Scores come as `ocena-<criterion>-<code>`; which of them there are is known from the meeting. */
export const sheetForm = z
  .object({
    rewizja: z.coerce.number().int().min(0).max(1_000_000).default(0),
    miejsce: places.transform((given) => (typeof given === 'string' ? [given] : given)),
    /** On paper: whose sheet it is. */
    osoba: text,
  })
  .catchall(z.union([z.string().max(MOST_READ), z.array(z.string().max(MOST_READ))]));
export type SheetForm = z.output<typeof sheetForm>;
