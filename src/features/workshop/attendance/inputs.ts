import { z } from 'zod';
import { ATTENDANCES } from '../domain';

const MOST_READ = 100_000;
const MOST_ROWS = 900;
const text = z
  .string()
  .max(MOST_READ)
  .default('')
  .transform((value) => value.trim().replaceAll(/\s+/g, ' '));

/** `key:state`. */
const mark = z
  .string()
  .max(200)
  .transform((value) => {
    const at = value.lastIndexOf(':');
    return { key: value.slice(0, at), state: value.slice(at + 1) };
  })
  .pipe(z.object({ key: z.string().min(1), state: z.enum(ATTENDANCES) }));

export const marksForm = z.object({
  /** What the page showed, one after another. */
  bylo: z
    .string()
    .max(MOST_READ)
    .default('')
    .transform((value) => (value === '' ? [] : value.split(',')))
    .pipe(z.array(mark).max(MOST_ROWS)),
  stan: z
    .union([z.string().transform((one) => [one]), z.array(z.string()).max(MOST_ROWS)])
    .default([])
    .pipe(z.array(mark)),
});

export const guestForm = z.object({ imie: text, instytucja: text, zdalnie: z.enum(['', '1']).default('') });
export type GuestForm = z.output<typeof guestForm>;

export const removalForm = z.object({ kto: z.string().max(100) });

export const attendanceQuery = z.object({ zapisano: z.string().max(10).optional() });
