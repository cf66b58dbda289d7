import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { DIMENSIONS } from '../../evaluations/domain';
import { OUTCOMES, type ProposalId, type VotingId } from '../domain';
import { lineField as line, shownField, textField as text } from '../room/inputs';

const id = z
  .string()
  .refine(isUuid)
  .transform((value) => value as ProposalId);

export const newProposalForm = z.object({
  id,
  obszar: z.enum(DIMENSIONS).optional(),
  tresc: line,
  wniosek: line,
  instytucja: line,
});
export type NewProposalForm = z.output<typeof newProposalForm>;

export const wordingForm = z.object({ bylo: shownField, tresc: line });
export const mergeForm = z.object({ w: line });
export const placeForm = z.object({
  obszar: z.enum(DIMENSIONS),
  wniosek: line,
  byl_obszar: z.enum(DIMENSIONS),
  byl_wniosek: line,
});

export const outcomeForm = z.object({
  wynik: z.enum(OUTCOMES).optional(),
  uzasadnienie: text,
  wersja: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});
const round = line.transform((value) => value as VotingId);
export const repeatForm = z.object({
  runda: round,
  wsrod: z.enum(['all', 'tied']).default('all'),
  glosy: line,
  powod: text,
});
export const takeBackForm = z.object({ runda: round });

export const pageQuery = z.object({
  zapisano: z
    .enum(['propozycja', 'zmiana', 'polaczenie', 'rozlaczenie', 'miejsce', 'wynik', 'runda', 'cofniecie'])
    .optional()
    .catch(undefined),
});
