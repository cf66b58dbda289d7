import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { DIMENSIONS } from '../../evaluations/domain';
import type { Addressee, RecommendationId } from '../../findings/domain';
import type { AgreementId, AgreementOrigin, ProposalId } from '../domain';
import type { AgreementWords } from '.';

/** Longer than any text may be: what is too long is said beside the field, with the text kept. */
const typed = z.string().max(60_000).default('');
const id = z.string().max(100);

export const agreementForm = z.strictObject({
  _csrf: z.string().max(300),
  id: z
    .string()
    .refine(isUuid)
    .transform((one) => one as AgreementId)
    .optional(),
  wersja: z.coerce.number().int().min(0).max(1_000_000).default(0),
  tresc: typed,
  adresat: z
    .union([id.transform((one) => [one]), z.array(id).max(100)])
    .default([])
    .transform((all) => [...new Set(all)]),
  inni: typed,
  osoba: typed,
  termin: typed,
  obszar: z.enum(['', ...DIMENSIONS]).default(''),
  skad: id.default(''),
});
export type AgreementForm = z.output<typeof agreementForm>;

export const removalForm = z.strictObject({
  _csrf: z.string().max(300),
  wersja: z.coerce.number().int().min(0).max(1_000_000),
});

/** From which page one came: a proposal, a sphere or a recommendation. */
export const newQuery = z.object({ propozycja: id.default(''), sfera: id.default(''), rekomendacja: id.default('') });

export const pageQuery = z.object({ zapisano: z.string().max(20).optional() });

/** `propozycja:<id>`, `sfera:<code>`, `rekomendacja:<id>`; anything else came up in the discussion. */
export const originIn = (value: string): AgreementOrigin => {
  const [kind = '', ...rest] = value.split(':');
  const name = rest.join(':');
  if (name === '') return { kind: 'discussion' };
  switch (kind) {
    case 'propozycja':
      return { kind: 'proposal', proposal: name as ProposalId };
    case 'sfera':
      return { kind: 'sphere', sphere: name };
    case 'rekomendacja':
      return { kind: 'recommendation', recommendation: name as RecommendationId };
    default:
      return { kind: 'discussion' };
  }
};

export const originValue = (origin: AgreementOrigin): string => {
  switch (origin.kind) {
    case 'proposal':
      return `propozycja:${origin.proposal}`;
    case 'sphere':
      return `sfera:${origin.sphere}`;
    case 'recommendation':
      return `rekomendacja:${origin.recommendation}`;
    case 'discussion':
      return '';
  }
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Only institutions and origins that there are; other addressees by name, one a line. */
export const wordsIn = (
  form: AgreementForm,
  known: { readonly institutions: ReadonlySet<string>; readonly origins: ReadonlySet<string> },
): AgreementWords => ({
  text: oneLine(form.tresc),
  addressees: [
    ...form.adresat
      .filter((code) => known.institutions.has(code))
      .map((code): Addressee => ({ kind: 'institution', code })),
    ...[...new Set(form.inni.split(/\r\n?|\n/).map(oneLine))]
      .filter((name) => name !== '')
      .map((name): Addressee => ({ kind: 'other', name })),
  ],
  person: oneLine(form.osoba),
  due: form.termin.trim(),
  dimension: form.obszar === '' ? null : form.obszar,
  origin: known.origins.has(form.skad) ? originIn(form.skad) : { kind: 'discussion' },
});
