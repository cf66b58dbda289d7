import { z } from 'zod';
import {
  IMPLEMENTATION_STATUSES,
  PRIORITIES,
  RECOMMENDATION_CLASSES,
  RECOMMENDATION_SUBCLASSES,
  type Addressee,
  type ConclusionId,
  type Quarter,
  type RecommendationId,
  type RecommendationsWanted,
} from '../domain';
import type { RecommendationWords } from '.';

const csrf = z.string().max(300);
const id = z.string().max(60);
/** Longer than any text may be: what is too long is said beside the field, with the text kept. */
const typed = z.string().max(60_000).default('');
const revision = z.coerce.number().int().min(0).max(1_000_000);
const several = z
  .union([id.transform((one) => [one]), z.array(id).max(500)])
  .default([])
  .transform((all) => [...new Set(all)]);
/** A code of a list, or nothing chosen. */
const oneOf = <Code extends string>(codes: readonly Code[]) =>
  z
    .string()
    .refine((typed) => typed === '' || codes.some((code) => code === typed))
    .default('')
    .transform((typed): Code | null => codes.find((code) => code === typed) ?? null);

export const recommendationForm = z.strictObject({
  _csrf: csrf,
  id: z.uuid().optional(),
  wersja: revision.default(0),
  tytul: typed,
  opis: typed,
  wniosek: several,
  adresat: several,
  inni: typed,
  wdrozenie: typed,
  kwartal: z.enum(['', '1', '2', '3', '4']).default(''),
  rok: z.string().max(60).default(''),
  klasa: oneOf(RECOMMENDATION_CLASSES),
  podklasa: oneOf(RECOMMENDATION_SUBCLASSES),
  obszar: typed,
  priorytet: oneOf(PRIORITIES),
});

export type RecommendationForm = z.output<typeof recommendationForm>;

export const newQuery = z.strictObject({ wniosek: z.coerce.number().int().min(1).max(1_000_000).optional() });

const SORTS = { numer: 'number', priorytet: 'priority', termin: 'due', stan: 'status' } as const;

export const listQuery = z.strictObject({
  uklad: z.enum(['rozszerzona', 'prosta']).default('rozszerzona'),
  sortuj: z.enum(['numer', 'priorytet', 'termin', 'stan']).default('numer'),
  stan: oneOf(IMPLEMENTATION_STATUSES),
  priorytet: oneOf(PRIORITIES),
  klasa: oneOf(RECOMMENDATION_CLASSES),
  adresat: id.default(''),
  zapisano: z.string().max(20).optional(),
});

export type ListQuery = z.output<typeof listQuery>;

export const wantedIn = ({ sortuj, stan, priorytet, klasa, adresat }: ListQuery): RecommendationsWanted => ({
  order: SORTS[sortuj],
  status: stan,
  priority: priorytet,
  recommendationClass: klasa,
  addressee: adresat === '' ? null : adresat,
});

export const decisionForm = z.strictObject({
  _csrf: csrf,
  wersja: revision,
  stanowisko: oneOf(IMPLEMENTATION_STATUSES),
  uzasadnienie: typed,
});

export const removalForm = z.strictObject({ _csrf: csrf, wersja: revision });

export const showQuery = z.strictObject({ zapisano: z.string().max(20).optional() });

/** Only conclusions and institutions that there are; others by name, one a line. */
export const wordsIn = (
  form: RecommendationForm,
  known: { readonly conclusions: ReadonlySet<string>; readonly institutions: ReadonlySet<string> },
): RecommendationWords => ({
  title: oneLine(form.tytul),
  text: tidy(form.opis),
  conclusions: form.wniosek.filter((one) => known.conclusions.has(one)) as ConclusionId[],
  addressees: [
    ...form.adresat
      .filter((code) => known.institutions.has(code))
      .map((code): Addressee => ({ kind: 'institution', code })),
    ...linesOf(form.inni).map((name): Addressee => ({ kind: 'other', name })),
  ],
  implementation: tidy(form.wdrozenie),
  due: quarterIn(form),
  recommendationClass: form.klasa,
  subclass: form.podklasa,
  area: oneLine(form.obszar),
  priority: form.priorytet,
});

/** Null unless both are given and make a quarter; the form says what is amiss. */
export const quarterIn = ({ kwartal, rok }: Pick<RecommendationForm, 'kwartal' | 'rok'>): Quarter | null =>
  kwartal !== '' && /^\d{4}$/.test(rok.trim()) ? { quarter: Number(kwartal), year: Number(rok.trim()) } : null;

export const idIn = ({ id: given }: RecommendationForm): { readonly id?: RecommendationId } =>
  given === undefined ? {} : { id: given as RecommendationId };

export const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r\n?|\n/)
      .map(oneLine)
      .filter((line) => line !== ''),
  ),
];

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
