import { z } from 'zod';
import { CRITERIA, DIMENSIONS, type Criterion, type MatrixRowId } from '../../evaluations/domain';
import { TONES, WORK_STATES, type ConclusionId, type FindingId } from '../domain';
import type { ConclusionWords } from '.';

const csrf = z.string().max(300);
const id = z.string().max(60);
/** Longer than any text may be: what is too long is said beside the field, with the text kept. */
const typed = z.string().max(60_000).default('');
const several = <Kind extends z.ZodType<string>>(kind: Kind) =>
  z
    .union([kind.transform((one) => [one]), z.array(kind).max(500)])
    .default([])
    .transform((all) => [...new Set(all)]);

export const OWN_CRITERION = 'wlasne';

export const conclusionForm = z.strictObject({
  _csrf: csrf,
  id: z.uuid().optional(),
  wersja: z.coerce.number().int().min(0).max(1_000_000).default(0),
  tytul: typed,
  opis: typed,
  stan: z.enum(WORK_STATES).default('draft'),
  wydzwiek: z.enum(TONES).default('neutral'),
  kryterium: z.enum(['', OWN_CRITERION, ...CRITERIA]).default(''),
  wlasne: typed,
  wymiar: several(z.enum(DIMENSIONS)),
  pytanie: id.default(''),
  wynik: several(id),
});

export type ConclusionForm = z.output<typeof conclusionForm>;

export const newQuery = z.strictObject({
  /** Number of a finding to begin from. */
  wynik: z.coerce.number().int().min(1).max(1_000_000).optional(),
  pytanie: id.default(''),
});

export const listQuery = z.strictObject({ zapisano: z.string().max(20).optional() });

export const removalForm = z.strictObject({ _csrf: csrf, wersja: z.coerce.number().int().min(0).max(1_000_000) });

export const moveForm = z.strictObject({ _csrf: csrf, kierunek: z.enum(['wyzej', 'nizej']) });

/** Only findings and questions that there are; a text of several lines as it was typed. */
export const wordsIn = (
  form: ConclusionForm,
  known: { readonly findings: ReadonlySet<string>; readonly rows: ReadonlySet<string> },
): ConclusionWords => ({
  title: oneLine(form.tytul),
  text: tidy(form.opis),
  state: form.stan,
  tone: form.wydzwiek,
  criterion: criterionIn(form),
  dimensions: form.wymiar,
  matrixRow: known.rows.has(form.pytanie) ? (form.pytanie as MatrixRowId) : null,
  findings: form.wynik.filter((one) => known.findings.has(one)) as FindingId[],
});

const criterionIn = ({ kryterium, wlasne }: ConclusionForm): Criterion | null => {
  if (kryterium === '') return null;
  return kryterium === OWN_CRITERION ? { kind: 'own', name: oneLine(wlasne) } : { kind: 'listed', code: kryterium };
};

export const idIn = ({ id: given }: ConclusionForm): { readonly id?: ConclusionId } =>
  given === undefined ? {} : { id: given as ConclusionId };

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
