import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { DIMENSIONS } from '../../evaluations/domain';
import { TEXT_LIMITS, type ProposalId } from '../domain';

/** Longer texts are read, refused with a sentence and given back, not cut off. */
const MOST_READ = 20_000;
const MOST_CODES = 200;

const text = z
  .string()
  .max(MOST_READ)
  .default('')
  .transform((value) => value.replaceAll('\r\n', '\n').trim());

/** Spaces and dashes in a code are for reading. */
export const codeForm = z.object({ kod: text.transform((value) => value.replaceAll(/[\s\u00a0-]/g, '')) });

export const joinForm = z.object({
  osoba: text,
  imie: text,
  instytucja: text,
});

export const proposalForm = z.object({
  id: z
    .string()
    .refine(isUuid)
    .transform((id) => id as ProposalId),
  obszar: z.enum(DIMENSIONS).optional(),
  tresc: text,
  wniosek: text,
  pokaz: z.enum(['', '1']).default(''),
});
export type ProposalForm = z.output<typeof proposalForm>;

export const voteForm = z.object({
  propozycja: z.string().max(TEXT_LIMITS.name),
  stan: z.enum(['0', '1']),
});

export const spheresForm = z.object({
  sfera: z
    .union([
      z
        .string()
        .max(MOST_CODES)
        .transform((code) => [code]),
      z.array(z.string().max(MOST_CODES)).max(MOST_CODES),
    ])
    .default([]),
});
