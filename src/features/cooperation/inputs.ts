import { z } from 'zod';
import { isUuid } from '../../platform/ids';
import { IMPLEMENTATION_STATUSES } from '../findings/domain';
import type { EntriesWanted, ReportId } from './domain';

const id = z.string().max(200);
/** Longer than any text may be: what is too long is said beside the field, with the text kept. */
const typed = z.string().max(60_000).default('');
const status = z
  .string()
  .max(60)
  .default('')
  .transform((given) => IMPLEMENTATION_STATUSES.find((code) => code === given) ?? null);

export const registerQuery = z.strictObject({
  rodzaj: z.enum(['', 'rekomendacje', 'ustalenia']).default(''),
  adresat: id.default(''),
  stan: status,
  termin: z.enum(['', 'po-terminie']).default(''),
  sortuj: z.enum(['numer', 'termin']).default('numer'),
});

export type RegisterQuery = z.output<typeof registerQuery>;

const KINDS = { rekomendacje: 'recommendation', ustalenia: 'agreement' } as const;

export const wantedIn = ({ rodzaj, adresat, stan, termin, sortuj }: RegisterQuery): EntriesWanted => ({
  kind: rodzaj === '' ? null : KINDS[rodzaj],
  addressee: adresat === '' ? null : adresat,
  status: stan,
  isOverdue: termin !== '',
  order: sortuj === 'termin' ? 'due' : 'number',
});

export const entryQuery = z.strictObject({ zapisano: z.string().max(20).optional() });

export const reportForm = z.strictObject({
  _csrf: z.string().max(300),
  id: z
    .string()
    .refine(isUuid)
    .transform((one) => one as ReportId),
  wersja: z.coerce.number().int().min(0).max(10_000_000),
  stan: status,
  tekst: typed,
  odnosniki: typed,
  /** Files that were sent before and are kept. */
  zalacznik: z
    .union([id.transform((one) => [one]), z.array(id).max(20)])
    .default([])
    .transform((all) => [...new Set(all)]),
});

export type ReportForm = z.output<typeof reportForm>;
