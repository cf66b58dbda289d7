import { z } from 'zod';
import type { WeightDraft } from '../domain/weights';

const name = z.string().max(200);
const several = z
  .union([name.transform((one) => [one]), z.array(name).max(20)])
  .default([])
  .transform((names) => [...new Set(names.filter((one) => one !== ''))]);
const method = z.enum(['raking', 'komorki']).default('raking');
const short = z.string().max(60);

export const listQuery = z.strictObject({ zbior: name.default('') });

export const newQuery = z.strictObject({
  zbior: name.default(''),
  zmienna: several,
  metoda: method,
  /** A weight whose newest version is the beginning. */
  waga: name.default(''),
});

export const showQuery = z.strictObject({
  zbior: name.default(''),
  wersja: z.coerce.number().int().min(1).max(100_000).optional(),
  zapisano: z.literal('1').optional(),
  format: z.enum(['json', 'html']).optional(),
});

export const uploadForm = z.strictObject({ _csrf: z.string().max(300) });

/** Beside its fixed fields a form has one for each total, `cel=plec:1`, and one for each category joined to another. */
export const weightForm = z
  .object({
    _csrf: z.string().max(300),
    zbior: name.default(''),
    zmienna: several,
    metoda: method,
    jednostka: z.enum(['liczby', 'odsetki']).default('liczby'),
    poczatkowa: name.default(''),
    nazwa: z.string().max(80).default(''),
    opis: z.string().max(200).default(''),
    wersja: z.coerce.number().int().min(0).max(100_000).default(0),
    przyciecie: z.enum(['bez', 'granice', 'kwantyl']).default('bez'),
    dolna: short.default(''),
    gorna: short.default(''),
    odsetek: short.default(''),
    akcja: z.enum(['zmienne', 'podglad', 'zapisz']).default('podglad'),
    polacz: z.string().max(2_000).optional(),
    rozlacz: z.string().max(1_000).optional(),
  })
  .catchall(z.string().max(1_000))
  .refine((form) => Object.keys(form).every((key) => FIXED.has(key) || DYNAMIC.test(key)));

const FIXED: ReadonlySet<string> = new Set([
  '_csrf',
  'zbior',
  'zmienna',
  'metoda',
  'jednostka',
  'poczatkowa',
  'nazwa',
  'opis',
  'wersja',
  'przyciecie',
  'dolna',
  'gorna',
  'odsetek',
  'akcja',
  'polacz',
  'rozlacz',
]);
const DYNAMIC = /^(?:cel|scal)=/;

export type WeightForm = z.output<typeof weightForm>;

const METHODS = { raking: 'raking', komorki: 'cells' } as const;
const UNITS = { liczby: 'totals', odsetki: 'shares' } as const;
const TRIMMINGS = { bez: 'none', granice: 'bounds', kwantyl: 'quantile' } as const;

export const methodOf = (metoda: keyof typeof METHODS): WeightDraft['method'] => METHODS[metoda];

export const draftIn = (form: WeightForm): WeightDraft => ({
  method: METHODS[form.metoda],
  unit: UNITS[form.jednostka],
  base: form.poczatkowa,
  variables: form.zmienna,
  totals: fieldsOf(form, 'cel='),
  joined: joinedIn(form),
  trimming: { kind: TRIMMINGS[form.przyciecie], lower: form.dolna, upper: form.gorna, share: form.odsetek },
});

const fieldsOf = (form: WeightForm, prefix: string): Map<string, string> =>
  new Map(
    Object.entries(form).flatMap(([key, value]) =>
      key.startsWith(prefix) && typeof value === 'string' ? [[key.slice(prefix.length), value] as const] : [],
    ),
  );

const joinedIn = (form: WeightForm): ReadonlyMap<string, string> => {
  const joined = fieldsOf(form, 'scal=');
  for (const [from, into] of joined) if (into === '') joined.delete(from);
  const [from, into] = form.polacz?.split('|') ?? [];
  if (from !== undefined && into !== undefined && from !== into) joined.set(from, into);
  if (form.rozlacz !== undefined) joined.delete(form.rozlacz);
  return joined;
};
