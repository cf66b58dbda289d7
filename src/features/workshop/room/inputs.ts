import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { DIMENSIONS } from '../../evaluations/domain';
import type { ProposalId, VotingId } from '../domain';

/** Longer texts are read, refused with a sentence and given back, not cut off: as long as a form may be at all. */
const MOST_READ = 200_000;
const MOST_CODES = 200;
const MOST_ID = 80;

/** Signs that cannot be seen: they would break lines of lists and turn the words of others round. */
const UNSEEN = /(?![\n\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const read = z.string().max(MOST_READ).default('');
export const textField = read.transform((value) => value.replaceAll('\r\n', '\n').replaceAll(UNSEEN, ' ').trim());
/** Words as the page had them, to be compared with what is there now. */
export const shownField = read.transform((value) => value.replaceAll('\r\n', '\n'));
/** Names and proposals are one line. */
export const lineField = read.transform((value) => value.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim());

/** Spaces and dashes in a code are for reading. */
export const codeForm = z.object({ kod: textField.transform((value) => value.replaceAll(/[\s\u00a0-]/g, '')) });

export const joinForm = z.object({
  osoba: lineField,
  imie: lineField,
  instytucja: lineField,
});
export type JoinForm = z.output<typeof joinForm>;

const proposalId = z
  .string()
  .refine(isUuid)
  .transform((id) => id as ProposalId);

export const proposalForm = z.object({
  id: proposalId,
  obszar: z.enum(DIMENSIONS).optional(),
  tresc: lineField,
  wniosek: textField,
  pokaz: z.enum(['', '1']).default(''),
  /** The page that the form was on. */
  skad: z.enum(['', 'lista']).default(''),
});
export type ProposalForm = z.output<typeof proposalForm>;

export const commentForm = z.object({ id: z.string().refine(isUuid), uwaga: textField });
export const amendForm = z.object({ bylo: shownField, tresc: lineField });

export const listQuery = z.object({ zapisano: z.enum(['propozycja', 'uwaga', 'zmiana']).optional().catch(undefined) });

export const voteForm = z.object({
  propozycja: z.string().max(MOST_ID),
  stan: z.enum(['0', '1']),
  runda: z
    .string()
    .max(MOST_ID)
    .transform((id) => id as VotingId)
    .optional(),
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
